import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import type { Database } from "#db/schema.ts";

/**
 * Inserts many rows with the same columns in one statement of one parameter: thousands of parameters
 * cost more to build and to plan than the rows to write. Rows that are there already are passed over
 * where `mayExist` says so.
 */
export async function insertRows(
  tx: Tx,
  table: keyof Database,
  rows: readonly object[],
  mayExist = false,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})
    ${mayExist ? sql`on conflict do nothing` : sql``}
  `.execute(tx);
}
