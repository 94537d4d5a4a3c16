import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Removes what is looked back at no more: fingerprints after a month, what checks said after a year. */
export async function sweepScreenings(db: Db): Promise<void> {
  await sql`delete from post_print where created_at < now() - interval '31 days'`.execute(db);
  await sql`delete from screening where created_at < now() - interval '1 year'`.execute(db);
}
