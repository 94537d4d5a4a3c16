import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community
      add column logo_svg text not null default '' check (char_length(logo_svg) <= 50000),
      add column logo_hash text not null default ''
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table community drop column logo_svg, drop column logo_hash`.execute(db);
}
