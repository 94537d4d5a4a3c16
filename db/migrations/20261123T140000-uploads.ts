import { type Kysely, sql } from "kysely";

/** Pictures and attachments: what is stored, whose it is, and which post shows it. */
const UP = `
-- goes into the names of stored files, so that they can't be guessed from their content
alter table community add column file_salt uuid not null default gen_random_uuid();

-- noted before anything is written to the storage: whatever lies there has its row
create table stored_file (
  community_id integer not null references community on delete cascade,
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  parts text[] not null check (cardinality(parts) between 1 and 10),
  used_at timestamptz not null default now(),
  primary key (community_id, key)
);
-- the sweep of what no upload needs
create index stored_file_used on stored_file (used_at);

create table upload (
  community_id integer not null,
  id text not null check (id ~ '^[a-z2-7]{26}$'),
  member_id bigint,
  kind text not null check (kind in ('image', 'file')),
  name text not null check (char_length(name) between 1 and 120),
  mime text not null check (char_length(mime) <= 100),
  bytes integer not null check (bytes >= 0),
  received_bytes integer not null check (received_bytes >= 0),
  width integer,
  height integer,
  file_key text not null,
  created_at timestamptz not null default now(),
  attached_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, member_id) references member (community_id, id),
  foreign key (community_id, file_key) references stored_file (community_id, key),
  check ((kind = 'image') = (width is not null and height is not null))
);
-- the same file sent twice by one member is one upload
create unique index upload_once on upload (community_id, member_id, file_key, name);
-- what a member sent within a day
create index upload_member on upload (community_id, member_id, created_at);
-- which uploads need a stored file
create index upload_file on upload (community_id, file_key);
-- the sweep of what no text refers to
create index upload_created on upload (created_at);

create table post_upload (
  community_id integer not null,
  post_id bigint not null,
  upload_id text not null,
  -- false: only an earlier revision of the post shows it
  current boolean not null default true,
  primary key (community_id, post_id, upload_id),
  foreign key (community_id, post_id) references post (community_id, id) on delete cascade,
  foreign key (community_id, upload_id) references upload (community_id, id)
);
-- the posts that show an upload
create index post_upload_upload on post_upload (community_id, upload_id);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      "drop table post_upload, upload, stored_file; alter table community drop column file_salt;",
    )
    .execute(db);
}
