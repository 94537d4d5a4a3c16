import { sql, type Kysely } from "kysely";

/** Indexes for the suggestions after an `@`: members by the beginning of their handle or name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index member_handle_prefix on member (community_id, handle_key text_pattern_ops);
  `.execute(db);
  await sql`
    create index member_name_prefix on member (community_id, lower(name) text_pattern_ops);
  `.execute(db);
}
