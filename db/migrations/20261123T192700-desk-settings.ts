import { type Kysely, sql } from "kysely";

/** When questions and threads come to the desk by themselves. */
const UP = `
-- no row: the product's own
create table desk_settings (
  community_id integer primary key references community on delete cascade,
  -- a question nobody answered comes to the desk after so many hours; 0: never
  unanswered_hours smallint not null check (unanswered_hours between 0 and 2160),
  -- a thread with so many "same here" within two hours may be an incident; 0: never
  incident_count smallint not null check (incident_count between 0 and 1000)
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw("drop table desk_settings").execute(db);
}
