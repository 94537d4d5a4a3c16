import { type Kysely, sql } from "kysely";

/** Who knows about what, who may be asked about it, and who shows on leaderboards. */
const UP = `
alter table member
  -- may be suggested and invited to answer open questions
  add column open_to_invites boolean not null default false,
  add column on_leaderboards boolean not null default true;

create table expertise (
  community_id integer not null,
  member_id bigint not null,
  tag_id bigint,
  space_id bigint,
  -- as of 2020-01-01, so that time alone changes no row; halves every 365 days from there
  score numeric(20, 6) not null check (score > 0),
  answers integer not null,
  accepted integer not null,
  helpful integer not null,
  updated_at timestamptz not null default now(),
  unique nulls not distinct (community_id, member_id, tag_id, space_id),
  check ((tag_id is null) <> (space_id is null)),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
  foreign key (community_id, tag_id) references tag (community_id, id) on delete cascade,
  foreign key (community_id, space_id) references space (community_id, id) on delete cascade
);
-- people who know about a tag, or a space
create index expertise_tag on expertise (community_id, tag_id, score desc, member_id) where tag_id is not null;
create index expertise_space on expertise (community_id, space_id, score desc, member_id) where space_id is not null;

create table answer_invite (
  community_id integer not null,
  thread_id bigint not null,
  member_id bigint not null,
  invited_by bigint,
  created_at timestamptz not null default now(),
  primary key (community_id, thread_id, member_id),
  foreign key (community_id, thread_id) references thread (community_id, id) on delete cascade,
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
  foreign key (community_id, invited_by) references member (community_id, id) on delete set null (invited_by)
);
-- invitations a member got or sent today
create index answer_invite_member on answer_invite (community_id, member_id, created_at);
create index answer_invite_by on answer_invite (community_id, invited_by, created_at) where invited_by is not null;

-- leaderboards of a time, of a space or tag too, without a look at the rows
drop index reputation_entry_caused;
create index reputation_entry_caused on reputation_entry (community_id, caused_at) include (member_id, points, thread_id);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop index reputation_entry_caused;
       create index reputation_entry_caused on reputation_entry (community_id, caused_at) include (member_id, points);
       drop table answer_invite, expertise;
       alter table member drop column open_to_invites, drop column on_leaderboards;`,
    )
    .execute(db);
}
