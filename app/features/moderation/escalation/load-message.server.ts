import { sql } from "kysely";
import { findPersonalData } from "#app/features/automod/personal-data/find-personal-data.ts";
import { maskPersonalData } from "#app/features/automod/personal-data/mask-personal-data.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { loadMasks } from "../masking/load-masks.server.ts";
import { ESCALATION_VERSION, EXCERPT_LENGTH, TEXT_LENGTH } from "./escalation-rules.ts";
import type { EscalationMessage } from "./message.ts";

type Row = {
  id: number;
  note: string;
  created_at: Date;
  case_id: number | null;
  queue: string | null;
  thread_id: number;
  slug: string;
  title: string;
  post_id: number;
  opening: boolean;
  text: string;
  name: string | null;
  handle: string | null;
  external: { source: string; id: string }[];
};

/** Our reference of an escalation, as it stands in subjects. */
export function referenceOf(community: { slug: string }, id: number): string {
  return `${community.slug}-${id}`;
}

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** A message that says nothing, to try the way. */
export function testMessage({ community, now }: Pick<Ctx, "community" | "now">): EscalationMessage {
  return {
    version: ESCALATION_VERSION,
    type: "escalation.test",
    id: 0,
    reference: referenceOf(community, 0),
    community: { slug: community.slug, name: community.name },
    case: null,
    thread: null,
    post: null,
    member: null,
    note: "",
    createdAt: now.toISOString(),
    outcomeUrl: `${community.baseUrl}/api/v1/escalations/0`,
  };
}

/**
 * What the brand's ticket system is told of an escalation, from the rows as they are now; `null` when it
 * is gone.
 */
export async function loadMessage(
  db: Db,
  { community }: Pick<Ctx, "community">,
  escalationId: number,
): Promise<EscalationMessage | null> {
  const { rows } = await sql<Row>`
    select e.id, e.note, e.created_at, e.case_id, c.queue, t.id as thread_id, t.slug, t.title,
      p.id as post_id, p.kind = 'opening' as opening, p.text, m.name, m.handle,
      (select coalesce(json_agg(json_build_object('source', r.source, 'id', r.source_id)
          order by r.source), '[]'::json) from import_record r
        where r.community_id = m.community_id and r.kind = 'member' and r.target_id = m.id) as external
    from escalation e
    join thread t on t.community_id = e.community_id and t.id = e.thread_id
    join post p on p.community_id = e.community_id and p.id = coalesce(e.post_id, t.opening_post_id)
    left join moderation_case c on c.community_id = e.community_id and c.id = e.case_id
    left join member m on m.community_id = p.community_id and m.id = p.author_id
    where e.community_id = ${community.id} and e.id = ${escalationId}
  `.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { options, words } = await loadMasks(db, { community });
  const masked = (text: string) => maskPersonalData(text, findPersonalData(text, options), words);
  const url = `${community.baseUrl}/t/${row.thread_id}/${row.slug}`;
  const text = masked(row.text);
  return {
    version: ESCALATION_VERSION,
    type: "escalation.opened",
    id: row.id,
    reference: referenceOf(community, row.id),
    community: { slug: community.slug, name: community.name },
    case: row.case_id === null ? null : { id: row.case_id, queue: row.queue ?? "" },
    thread: { id: row.thread_id, title: masked(row.title), url },
    post: {
      id: row.post_id,
      url: row.opening ? url : `${url}?post=${row.post_id}#post-${row.post_id}`,
      excerpt: cut(text.replace(/\s+/g, " ").trim(), EXCERPT_LENGTH),
      text: cut(text, TEXT_LENGTH),
    },
    member:
      row.handle === null
        ? null
        : { name: row.name ?? "", handle: row.handle, external: row.external },
    note: row.note,
    createdAt: row.created_at.toISOString(),
    outcomeUrl: `${community.baseUrl}/api/v1/escalations/${row.id}`,
  };
}
