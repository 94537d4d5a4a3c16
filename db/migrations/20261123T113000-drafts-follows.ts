import { type Kysely, sql } from "kysely";

/** What belongs to one member alone: drafts, follows, reading marks, bookmarks. */
const UP = `
create table draft (
  community_id integer not null,
  member_id bigint not null,
  key text not null check (key ~ '^(ask(:[a-z0-9]{1,12})?|(answer|reply|edit):[1-9][0-9]{0,14})$'),
  title text not null default '' check (char_length(title) <= 400),
  body text not null default '' check (char_length(body) <= 60000),
  document jsonb check (octet_length(document::text) <= 500000),
  space_slug text not null default '' check (char_length(space_slug) <= 60),
  tags text not null default '' check (char_length(tags) <= 400),
  kind text not null default '' check (char_length(kind) <= 20),
  base_revision integer,
  sequence bigint not null,
  updated_at timestamptz not null default now(),
  primary key (community_id, member_id, key),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);

-- a guest's question while they sign in; its token is in a cookie
create table kept_question (
  community_id integer not null references community on delete cascade,
  token_hash text not null,
  title text not null default '' check (char_length(title) <= 400),
  body text not null default '' check (char_length(body) <= 60000),
  document jsonb check (octet_length(document::text) <= 500000),
  space_slug text not null default '' check (char_length(space_slug) <= 60),
  tags text not null default '' check (char_length(tags) <= 400),
  kind text not null default '' check (char_length(kind) <= 20),
  expires_at timestamptz not null,
  primary key (community_id, token_hash)
);
-- the sweep of what nobody came back for
create index kept_question_expiry on kept_question (expires_at);

create table follow (
  community_id integer not null,
  member_id bigint not null,
  subject_kind text not null check (subject_kind in ('thread', 'space', 'tag', 'member')),
  subject_id bigint not null,
  created_at timestamptz not null default now(),
  primary key (community_id, member_id, subject_kind, subject_id),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);
-- who follows a subject
create index follow_subject on follow (community_id, subject_kind, subject_id);

create table thread_read (
  community_id integer not null,
  member_id bigint not null,
  thread_id bigint not null,
  last_post_id bigint not null,
  read_at timestamptz not null default now(),
  primary key (community_id, member_id, thread_id),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
  foreign key (community_id, thread_id) references thread (community_id, id) on delete cascade
);

create table bookmark (
  community_id integer not null,
  member_id bigint not null,
  post_id bigint not null,
  created_at timestamptz not null default now(),
  primary key (community_id, member_id, post_id),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
  foreign key (community_id, post_id) references post (community_id, id) on delete cascade
);
-- a member's list, newest first
create index bookmark_newest on bookmark (community_id, member_id, created_at desc, post_id desc);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw("drop table bookmark, thread_read, follow, kept_question, draft;").execute(db);
}
