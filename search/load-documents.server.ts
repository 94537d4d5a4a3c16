import { sql } from "kysely";
import type { ThreadKind } from "#db/schema-threads.ts";
import type { Db } from "#db/client.server.ts";
import { detectLanguage } from "./analysis/detect-language.ts";
import type { DocumentChange, DocumentStatus, ThreadDocument } from "./port.ts";

/** Other answers that are read: the most helpful. */
const OTHER_ANSWERS = 5;

type Row = {
  id: number;
  title: string;
  kind: ThreadKind;
  space_id: number;
  space_slug: string;
  opening: string;
  accepted: string | null;
  official: string | null;
  answers: string | null;
  accepted_post_id: number | null;
  official_post_id: number | null;
  answer_count: number;
  locked: boolean;
  score: number;
  tags: ThreadDocument["tags"];
  author_id: number | null;
  created_at: Date;
  last_activity_at: Date;
  external_id: string | null;
};

function statusOf(row: Row): DocumentStatus {
  if (row.accepted_post_id !== null) return "solved";
  if (row.official_post_id !== null) return "official";
  if (row.locked) return "closed";
  return row.answer_count > 0 ? "answered" : "open";
}

function documentOf(row: Row, version: number, locale: string): ThreadDocument {
  return {
    threadId: row.id,
    version,
    language: detectLanguage(`${row.title}\n${row.opening}`, locale),
    title: row.title,
    opening: row.opening,
    accepted: [row.accepted, row.official].filter(Boolean).join("\n"),
    answers: row.answers ?? "",
    tags: row.tags,
    spaceId: row.space_id,
    spaceSlug: row.space_slug,
    kind: row.kind,
    status: statusOf(row),
    solved: row.accepted_post_id !== null,
    official: row.official_post_id !== null,
    helpful: row.score,
    authorId: row.author_id,
    createdAt: row.created_at,
    activeAt: row.last_activity_at,
    externalId: row.external_id,
  };
}

const answerOf = (column: string) => sql`(
  select answer.text from post answer where answer.community_id = thread.community_id
    and answer.id = thread.${sql.ref(column)} and answer.state = 'published')`;

/** Published threads with their published posts; merged ideas stand in no list, nor in the index. */
async function loadRows(db: Db, communityId: number, ids: number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select thread.id, thread.title, thread.kind, thread.space_id, space.slug as space_slug,
      opening.text as opening, thread.accepted_post_id, thread.official_post_id, thread.answer_count,
      thread.locked_at is not null as locked, thread.score, thread.author_id,
      thread.created_at, thread.last_activity_at,
      ${answerOf("accepted_post_id")} as accepted,
      case when thread.official_post_id is distinct from thread.accepted_post_id
        then ${answerOf("official_post_id")} end as official,
      (select string_agg(best.text, E'\n') from (
        select answer.text from post answer
        where answer.community_id = thread.community_id and answer.thread_id = thread.id
          and answer.kind = 'answer' and answer.state = 'published'
          and answer.id is distinct from thread.accepted_post_id
          and answer.id is distinct from thread.official_post_id
        order by answer.helpful_count desc, answer.id limit ${OTHER_ANSWERS}
      ) best) as answers,
      (select coalesce(json_agg(json_build_object('slug', tag.slug, 'name', tag.name) order by tag.slug), '[]')
        from thread_tag join tag on tag.community_id = thread_tag.community_id
        and tag.id = thread_tag.tag_id where thread_tag.community_id = thread.community_id
        and thread_tag.thread_id = thread.id) as tags,
      (select source_id from import_record where community_id = thread.community_id
        and target_id = thread.id and kind = 'thread' order by source limit 1) as external_id
    from thread
    join space on space.community_id = thread.community_id and space.id = thread.space_id
    join post opening on opening.community_id = thread.community_id
      and opening.id = thread.opening_post_id and opening.state = 'published'
    where thread.community_id = ${communityId} and thread.id = any(${ids}::bigint[])
      and thread.state = 'published' and thread.merged_into is null
  `.execute(db);
  return rows;
}

/**
 * The present documents of threads; those that are not to be found have none. The version is taken
 * before the threads are read: of two loads, the higher one read the same state or a later one.
 */
export async function loadDocuments(
  db: Db,
  community: { id: number; locale: string },
  ids: number[],
): Promise<DocumentChange[]> {
  const { rows: versions } = await sql<{ version: number }>`
    select nextval('search_version') as version
  `.execute(db);
  const version = versions[0]!.version;
  const found = new Map<number, Row>();
  for (const row of await loadRows(db, community.id, ids)) found.set(row.id, row);
  return ids.map((threadId) => {
    const row = found.get(threadId);
    return {
      threadId,
      version,
      document: row ? documentOf(row, version, community.locale) : null,
    };
  });
}
