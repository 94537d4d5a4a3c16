import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** A column that refers to members, as the schema says it. */
export type MemberReference = {
  table: string;
  column: string;
  /** Its rows go with the member. */
  cascades: boolean;
};

/**
 * Every column with a foreign key to `member`, read from the database itself, so that a new table's
 * rows are neither left out of an export nor forgotten by an erasure.
 */
export async function memberReferences(db: Db): Promise<MemberReference[]> {
  const { rows } = await sql<MemberReference>`
    select k.conrelid::regclass::text as table, a.attname as column,
      k.confdeltype = 'c' as cascades
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'member'::regclass and cardinality(k.conkey) = 2
    order by 1, 2
  `.execute(db);
  return rows;
}
