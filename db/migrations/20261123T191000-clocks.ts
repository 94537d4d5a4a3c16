import { type Kysely, sql } from "kysely";

/** Working hours, holidays and targets of the desk; each case's clock and what was told of it. */
const UP = `
-- no row: work goes on around the clock
create table clock_hours (
  community_id integer not null references community on delete cascade,
  -- 1 is Monday; a span belongs to the day it begins on
  weekday smallint not null check (weekday between 1 and 7),
  -- minutes by the wall clock
  starts smallint not null check (starts between 0 and 1439),
  -- at or before the start: on the next day
  ends smallint not null check (ends between 0 and 1440),
  primary key (community_id, weekday, starts),
  check (starts <> ends)
);

create table clock_holiday (
  community_id integer not null references community on delete cascade,
  day date not null,
  name text not null default '' check (char_length(name) <= 100),
  primary key (community_id, day)
);

-- no row: the product's own target
create table clock_target (
  community_id integer not null references community on delete cascade,
  queue text not null check (queue in ('held', 'reported', 'suspect', 'unanswered', 'wants_staff',
    'personal_data', 'incident', 'appeal')),
  priority smallint not null check (priority between 0 and 3),
  -- working minutes; null: none
  minutes integer check (minutes between 1 and 100000),
  -- per cent of the target after which a warning is due
  warn_share smallint not null check (warn_share between 1 and 99),
  primary key (community_id, queue, priority)
);

create table case_clock (
  community_id integer not null,
  case_id bigint not null,
  -- when it was opened, or opened again
  started_at timestamptz,
  -- what its times were worked out from: hours, holidays, zone and target, as a digest
  basis text not null default '' check (char_length(basis) <= 100),
  -- a time that whoever opened it gave
  given_due_at timestamptz,
  -- as in moderation_case
  due_at timestamptz,
  warn_at timestamptz,
  first_claimed_at timestamptz,
  -- open again since its times were worked out
  reopened boolean not null default false,
  primary key (community_id, case_id),
  foreign key (community_id, case_id) references moderation_case (community_id, id) on delete cascade
);

create table clock_notice (
  community_id integer not null,
  case_id bigint not null,
  kind text not null check (kind in ('warning', 'breach')),
  -- of the clock; one that starts anew is told of anew
  started_at timestamptz not null,
  -- what it tells of
  moment timestamptz not null,
  told_at timestamptz not null,
  primary key (community_id, case_id, started_at, kind),
  foreign key (community_id, case_id) references moderation_case (community_id, id) on delete cascade
);

create function clock_first_claim() returns trigger language plpgsql as $$
begin
  insert into case_clock as k (community_id, case_id, first_claimed_at)
  values (new.community_id, new.id, new.claimed_at)
  on conflict (community_id, case_id) do update set first_claimed_at = excluded.first_claimed_at
    where k.first_claimed_at is null;
  return null;
end $$;
create trigger clock_first_claim after insert or update of claimed_at on moderation_case
  for each row when (new.claimed_at is not null) execute function clock_first_claim();

create function clock_reopened() returns trigger language plpgsql as $$
begin
  update case_clock set reopened = true, first_claimed_at = new.claimed_at
  where community_id = new.community_id and case_id = new.id;
  return null;
end $$;
create trigger clock_reopened after update of closed_at on moderation_case
  for each row when (old.closed_at is not null and new.closed_at is null)
  execute function clock_reopened();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop trigger clock_reopened on moderation_case;
       drop trigger clock_first_claim on moderation_case;
       drop function clock_reopened;
       drop function clock_first_claim;
       drop table clock_notice, case_clock, clock_target, clock_holiday, clock_hours;`,
    )
    .execute(db);
}
