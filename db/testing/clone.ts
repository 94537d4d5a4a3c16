import pg from "pg";
import { afterAll, inject } from "vitest";
import { connect, type Connection } from "../client.server.ts";

let count = 0;

/** The environment that code under test reads; the same for every file. */
export const TEST_ENV = {
  NODE_ENV: "test",
  PORCHLIGHT_MODE: "demo",
  SECRET: "f".repeat(8) + "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  LOG_LEVEL: "silent",
} as const;

export type TestDatabase = Connection & { url: string };

/**
 * A database of one's own, cloned from the migrated template; dropped when the file's tests are
 * through. Call it at the top of a test file: `const database = await cloneDatabase()`.
 */
export async function cloneDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const base = inject("databaseUrl");
  const name = `${inject("template")}_${process.pid}_${(count += 1)}`;
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(`create database ${name} template ${inject("template")} strategy file_copy`);
  await client.end();
  const url = Object.assign(new URL(base), { pathname: `/${name}` }).href;
  Object.assign(process.env, TEST_ENV, { DATABASE_URL: url });
  const connection = connect(url, {
    max: options.max ?? 10,
    // A storm of a test may queue for longer than a page would.
    waitMs: 60_000,
    onError: () => {},
  });
  afterAll(async () => {
    await connection.close();
    const ending = new pg.Client({ connectionString: base });
    await ending.connect();
    await ending.query(`drop database if exists ${name} with (force)`);
    await ending.end();
  });
  return { ...connection, url };
}
