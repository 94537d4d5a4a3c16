import { type Kysely, sql } from "kysely";

/** Which language a member reads in, and whether a community leaves its guests' to their browsers. */
const UP = `
alter table member add column locale text check (char_length(locale) between 2 and 20);
alter table community add column locale_open boolean not null default false;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table member drop column locale;
       alter table community drop column locale_open;`,
    )
    .execute(db);
}
