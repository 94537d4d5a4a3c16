import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Known } from "../screened.ts";

/** Where a text goes; the author's own text there of a moment ago is the same one sent twice. */
export type Place = {
  kind: "opening" | "answer" | "reply";
  threadId?: number;
  parentId?: number | null;
  /** Of an edit. */
  postId?: number;
};

export type AskKnown = {
  authorId: number;
  place: Place | null;
  /** Registrable domains that the text links to. */
  domains: readonly string[];
  /** Of the text's fingerprint. */
  keys: readonly number[];
  /** Posts in an hour that are counted at most. */
  mostCounted: number;
  /** Only what was there at `now`: a look back at a text that was posted then. */
  asOf?: boolean | undefined;
};

type OwnText = {
  id: number;
  kind: string;
  thread_id: number;
  parent_id: number | null;
  text: string;
  /** Of the thread; empty but for an opening post. */
  title: string;
  recent: boolean;
};

type Row = {
  hosts: string[];
  origins: string[];
  about: string | null;
  own: OwnText[];
  domains: string[];
  prints: number[][];
  last_hour: number;
  trained_at: string | null;
};

export type LoadedKnown = {
  known: Required<Omit<Known, "lastHour">> & { lastHour: number };
  ownHosts: string[];
  about: string;
  own: OwnText[];
  trainedAt: string | null;
};

const OWN_TEXTS = 20;
const COMPARED = 5_000;
/** Texts of others that share a part of the fingerprint. */
const OTHERS = 50;
const KEYS_EACH = 6;
/** What `findTwin` of threads takes for the same submit. */
const SAME_WITHIN_SECONDS = 60;

/** What the checks want to know from before, in one query: each part by an index. */
export async function loadKnown(
  { db, community, now }: Pick<Ctx, "db" | "community" | "now">,
  { authorId, place, domains, keys, mostCounted, asOf = false }: AskKnown,
): Promise<LoadedKnown> {
  const at = community.id;
  const posted = asOf ? sql`and p.created_at <= ${now}` : sql``;
  const { rows } = await sql<Row>`
    select
      (select coalesce(array_agg(h.host), '{}') from community_host h where h.community_id = ${at}) as hosts,
      (select coalesce(array_agg(o.origin), '{}') from community_origin o
        where o.community_id = ${at}) as origins,
      (select m.bio || ' ' || array_to_string(m.products, ' ') from member m
        where m.community_id = ${at} and m.id = ${authorId}) as about,
      (select coalesce(json_agg(o order by o.id desc), '[]') from (
        select p.id, p.kind, p.thread_id, p.parent_id, left(p.text, ${COMPARED}::int) as text,
          case when p.kind = 'opening' then t.title else '' end as title,
          p.created_at > ${now}::timestamptz - make_interval(secs => ${SAME_WITHIN_SECONDS}::int) as recent
        from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
        where p.community_id = ${at} and p.author_id = ${authorId}
          and (p.state <> 'deleted' or ${asOf ? sql`p.state_at > ${now}` : sql`false`})
          and p.id is distinct from ${place?.postId ?? null}::bigint ${posted}
        order by p.id desc limit ${OWN_TEXTS}::int
      ) o) as own,
      (select coalesce(array_agg(d.domain), '{}') from link_domain d
        where d.community_id = ${at} and d.domain = any(${domains}::text[])
          ${asOf ? sql`and d.created_at <= ${now}` : sql``}) as domains,
      (select coalesce(json_agg(o.prints), '[]') from (
        select x.prints from post_print x
        where x.community_id = ${at} and x.post_id in (
            select k.post_id from post_print_key k
            where k.community_id = ${at} and k.key = any(${keys}::bigint[])
            limit ${OTHERS * KEYS_EACH}::int)
          and x.author_id is distinct from ${authorId}
          and x.created_at > ${now}::timestamptz - interval '30 days'
          ${asOf ? sql`and x.created_at <= ${now} and x.post_id <> ${place?.postId ?? 0}` : sql``}
        limit ${OTHERS}::int
      ) o) as prints,
      (select count(*)::int from (
        select p.created_at from post p where p.community_id = ${at} and p.author_id = ${authorId}
          ${posted} ${asOf ? sql`and p.id is distinct from ${place?.postId ?? null}::bigint` : sql``}
        order by p.id desc limit ${mostCounted}::int
      ) p where p.created_at > ${now}::timestamptz - interval '1 hour') as last_hour,
      (select x.trained_at::text from automod_model x where x.community_id = ${at}) as trained_at
  `.execute(db);
  const row = rows[0]!;
  return {
    known: {
      domains: row.domains,
      ownTexts: row.own.map(({ title, text }) => `${title} ${text}`.trim()),
      otherPrints: row.prints,
      lastHour: row.last_hour,
    },
    ownHosts: [
      new URL(community.baseUrl).hostname,
      ...row.hosts,
      ...row.origins.map((origin) => URL.parse(origin)?.hostname ?? origin),
    ],
    about: row.about ?? "",
    own: row.own,
    trainedAt: row.trained_at,
  };
}

/** Whether an earlier post is the very text that is sent again: a double click, a retry. */
export function isSameSent(
  before: OwnText,
  place: Place,
  { title, text }: { title: string; text: string },
): boolean {
  if (!before.recent || before.kind !== place.kind) return false;
  if (before.text !== text.slice(0, COMPARED)) return false;
  if (place.kind === "opening") return before.title === title;
  return before.thread_id === place.threadId && before.parent_id === (place.parentId ?? null);
}
