import { type Kysely, sql } from "kysely";

/**
 * Handles asked for with an address that has an account already. Were they left free, whoever asked
 * could see by the free handle that the address is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table handle_reservation (
      community_id integer not null references community on delete cascade,
      handle_key text not null check (char_length(handle_key) between 1 and 80),
      email_key text not null check (char_length(email_key) <= 254),
      password_hash text not null,
      created_at timestamptz not null default now(),
      primary key (community_id, handle_key)
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table handle_reservation`.execute(db);
}
