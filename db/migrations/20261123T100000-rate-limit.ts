import { type Kysely, sql } from "kysely";

/**
 * Counters of tries, in the shape rate-limiter-flexible expects. Their key holds the community.
 * Unlogged: they are worth nothing after a crash, and every try writes one.
 */
const UP = `
create unlogged table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
-- the sweep of counters that have run out
create index rate_limit_expire on rate_limit (expire);
-- sign-up looks at what staff are called
create index member_staff on member (community_id) where role in ('moderator', 'admin');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw("drop index member_staff; drop table rate_limit;").execute(db);
}
