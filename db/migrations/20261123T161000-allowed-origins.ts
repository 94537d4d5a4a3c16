import { type Kysely, sql } from "kysely";

/** Sites that may read the API, and who last changed the words of the brand. */
const UP = `
create table community_origin (
  community_id integer not null references community on delete cascade,
  -- exactly as browsers send it: https://www.brand.example
  origin text collate "C" not null check (char_length(origin) between 1 and 300),
  added_by bigint,
  added_at timestamptz not null default now(),
  primary key (community_id, origin),
  foreign key (community_id, added_by) references member (community_id, id) on delete set null (added_by)
);
-- the origins of a member who leaves
create index community_origin_member on community_origin (community_id, added_by) where added_by is not null;

alter table search_synonym
  add column updated_by bigint,
  add column updated_at timestamptz not null default now(),
  add foreign key (community_id, updated_by) references member (community_id, id)
    on delete set null (updated_by);
alter table search_word_rule
  add column updated_by bigint,
  add column updated_at timestamptz not null default now(),
  add foreign key (community_id, updated_by) references member (community_id, id)
    on delete set null (updated_by);
alter table search_pin
  -- the query as staff wrote it; the key alone can't be read in every script
  add column query text not null default '' check (char_length(query) <= 200),
  add column updated_by bigint,
  add column updated_at timestamptz not null default now(),
  add foreign key (community_id, updated_by) references member (community_id, id)
    on delete set null (updated_by);
create index search_synonym_member on search_synonym (community_id, updated_by) where updated_by is not null;
create index search_word_rule_member on search_word_rule (community_id, updated_by) where updated_by is not null;
create index search_pin_member on search_pin (community_id, updated_by) where updated_by is not null;
-- the pins of a thread that is deleted
create index search_pin_thread on search_pin (community_id, thread_id);

-- Each change of the words gives a new version, which every search reads: processes keep the words by it.
-- A random one, so that it never means two things.
create table search_words_version (
  community_id integer primary key references community on delete cascade,
  version uuid not null
);
create function search_words_changed() returns trigger language plpgsql as $$
begin
  insert into search_words_version (community_id, version)
    select id, gen_random_uuid() from community
    where id in (select community_id from changed) order by id
  on conflict (community_id) do update set version = excluded.version;
  return null;
end $$;
insert into search_words_version (community_id, version)
  select community_id, gen_random_uuid()
  from (select community_id from search_synonym union select community_id from search_word_rule) known;
`;

const TABLES = ["search_synonym", "search_word_rule"];
const CHANGES = [
  ["insert", "new"],
  ["update", "new"],
  ["delete", "old"],
];
const TRIGGERS = TABLES.flatMap((table) =>
  CHANGES.map(
    ([change, rows]) => `
create trigger ${table}_${change} after ${change} on ${table}
  referencing ${rows} table as changed for each statement execute function search_words_changed();`,
  ),
);

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP + TRIGGERS.join("")).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const drops = TABLES.flatMap((table) =>
    CHANGES.map(([change]) => `drop trigger ${table}_${change} on ${table};`),
  );
  await sql
    .raw(
      `${drops.join("\n")}
       drop function search_words_changed();
       drop table search_words_version, community_origin;
       alter table search_synonym drop column updated_by, drop column updated_at;
       alter table search_word_rule drop column updated_by, drop column updated_at;
       drop index search_pin_thread;
       alter table search_pin drop column query, drop column updated_by, drop column updated_at;`,
    )
    .execute(db);
}
