import { type Kysely, sql } from "kysely";

/** Figures of the transparency page, and how long the details of guests who reported are kept. */
const UP = `
create table transparency (
  community_id integer not null references community on delete cascade,
  -- a month of the community's calendar, as 2026-11; year: the last twelve together
  period text not null check (period ~ '^([0-9]{4}-[0-9]{2}|year)$'),
  figures jsonb not null,
  counted_at timestamptz not null,
  primary key (community_id, period)
);
create index report_time on report (community_id, created_at);
create index appeal_time on appeal (community_id, created_at);
-- whose details are to be forgotten some day
create index report_details on report (community_id, case_id)
  where legal_name <> '' or legal_email <> '';

-- wants to know what became of their reports
alter table member add column report_mails boolean not null default true;
-- so many days after the case is closed
alter table community add column reporter_days smallint not null default 180
  check (reporter_days between 1 and 3650);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table community drop column reporter_days;
       alter table member drop column report_mails;
       drop index report_details, appeal_time, report_time;
       drop table transparency;`,
    )
    .execute(db);
}
