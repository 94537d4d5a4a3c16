import { type Kysely, sql } from "kysely";

/** What a member edited: points, ranks and badges ask for it after every fact about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      "create index revision_editor on revision (community_id, editor_id) where editor_id is not null",
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw("drop index revision_editor").execute(db);
}
