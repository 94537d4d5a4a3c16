import { type Kysely, sql } from "kysely";

/** Whom accepted answers helped, mails about a month, and badges for other sites. */
const UP = `
alter table community
  -- per cent of those who say they were helped that would have called; 0: say nothing of calls
  add column call_share smallint not null default 9 check (call_share between 0 and 100);

alter table member
  -- wants a mail about each month
  add column month_mails boolean not null default false,
  -- their badge may be shown on other sites
  add column open_badge boolean not null default false;

-- how often an accepted answer was read, and ended the writing of a question: numbers, no readers
create table answer_reach (
  community_id integer not null,
  post_id bigint not null,
  -- the first day of the month, UTC
  month date not null check (extract(day from month) = 1),
  reads integer not null default 0 check (reads >= 0),
  found integer not null default 0 check (found >= 0),
  primary key (community_id, post_id, month),
  foreign key (community_id, post_id) references post (community_id, id) on delete cascade
);

-- as of the last night
create table member_impact (
  community_id integer not null,
  member_id bigint not null,
  solved integer not null,
  helped integer not null,
  reads integer not null,
  same_here integer not null,
  worked integer not null,
  found integer not null,
  updated_at timestamptz not null default now(),
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);

-- mails about a month: one a member and month, and what its link needs
create table month_mail (
  community_id integer not null,
  member_id bigint not null,
  month date not null,
  token_hash text not null unique check (char_length(token_hash) = 64),
  created_at timestamptz not null default now(),
  primary key (community_id, member_id, month),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);

-- where mail programs send a reader's wish for no more of these
alter table mail add column unsubscribe_url text check (char_length(unsubscribe_url) <= 500);

-- who is written to about the month
create index member_month_mails on member (community_id, id) where month_mails;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop table month_mail, member_impact, answer_reach;
       alter table mail drop column unsubscribe_url;
       alter table member drop column month_mails, drop column open_badge;
       alter table community drop column call_share;`,
    )
    .execute(db);
}
