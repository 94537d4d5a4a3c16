import { sql } from "kysely";
import type { Env } from "#app/lib/env.server.ts";
import type { Connection } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seedDemo } from "#db/seed/seed-demo.server.ts";
import { installQueue } from "./install-queue.server.ts";

/** Only one process prepares at a time. */
const PREPARING = 748_202;

/**
 * Migrates the schema and the queue and, in demo mode on an empty database, seeds the demo brands.
 * Gives lines for the start banner.
 */
export async function prepareDatabase(
  { db, pool }: Connection,
  env: Pick<Env, "PORCHLIGHT_MODE" | "publicUrl">,
): Promise<string[]> {
  const lock = await pool.connect();
  try {
    await lock.query("set statement_timeout = 0");
    await lock.query("select pg_advisory_lock($1)", [PREPARING]);
    await migrate(db);
    await installQueue(pool);
    // An installation from before the search index, and what was missed while nothing ran.
    await pool.query(
      "select graphile_worker.add_job('catch_up_search', job_key := 'catch_up_search')",
    );
    if (env.PORCHLIGHT_MODE !== "demo") return [];
    const { rows } = await sql<{ some: boolean }>`
      select exists (select 1 from community) as some
    `.execute(db);
    if (!rows[0]?.some) await seedDemo(db);
    return demoBanner(env.publicUrl);
  } finally {
    await lock.query("select pg_advisory_unlock($1)", [PREPARING]).catch(() => {});
    lock.release(true);
  }
}

function demoBanner(url: URL): string[] {
  const second = new URL(url);
  second.hostname = `second.${url.hostname}`;
  return [
    `Larkfield  ${url.origin}`,
    `Sahl       ${second.origin}   (right to left)`,
    `Mail       ${url.origin}/outbox`,
    "",
    "Sign in with any of these, password porchlight-demo:",
    "  customer    priya@example.com",
    "  super user  marta@example.com",
    "  moderator   dan@example.com",
    "  admin       gareth@example.com",
  ];
}
