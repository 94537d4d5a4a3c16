import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { connect } from "../client.server.ts";
import { migrate } from "../migrate.server.ts";
import { installQueue } from "#app/jobs/install-queue.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    template: string;
  }
}

async function admin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The address given by the test runner, or an own embedded server when vitest is run by hand. */
async function serverUrl(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  const { startPostgres } = await import("../../app/cli/postgres.mjs");
  const server = await startPostgres({
    dataDir: path.resolve(".porchlight/test-postgres"),
    flags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
  });
  return { url: server.url, stop: () => server.stop() };
}

/** Makes one migrated template database; each test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await serverUrl();
  const template = `porchlight_template_${process.pid}`;
  await admin(url, async (client) => {
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
  });
  const templateUrl = Object.assign(new URL(url), { pathname: `/${template}` }).href;
  const connection = connect(templateUrl, { max: 2 });
  await migrate(connection.db);
  await installQueue(connection.pool);
  await connection.close();
  project.provide("databaseUrl", url);
  project.provide("template", template);
  return async () => {
    await admin(url, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        "select datname from pg_database where datname like $1",
        [`${template}%`],
      );
      for (const { datname } of rows)
        await client.query(`drop database if exists ${datname} with (force)`);
    });
    await stop();
  };
}
