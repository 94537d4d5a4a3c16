import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Queue, ReportKind } from "#db/schema-moderation.ts";

/** Decisions that restrict what somebody wrote, or their account: the EU's law asks a statement of each. */
export const STATED_VERBS = [
  "hide",
  "remove",
  "edit",
  "mask",
  "lock",
  "mark_duplicate",
  "silence",
  "suspend",
  "ban",
] as const;
export type StatedVerb = (typeof STATED_VERBS)[number];

/** A decision with what its statement is made of. */
export type Stated = {
  id: number;
  verb: StatedVerb;
  rule: string;
  ground: "terms" | "law";
  reason: string;
  automated: boolean;
  decided_on: string;
  /** When the text was posted, or the account made. */
  content_on: string;
  ends_on: string | null;
  pictures: boolean;
  /** Names and handles that the words may mention. */
  names: string[];
  /** Of reports that it agreed with. */
  kinds: ReportKind[];
  legal_ground: string | null;
  queue: Queue | null;
};

const AT_ONCE = 500;
type Period = { from: Date; to: Date };

async function loadSome(ctx: Pick<Ctx, "db" | "community">, { from, to }: Period, after: number) {
  const { id: at, timeZone } = ctx.community;
  const day = (column: string) =>
    sql<string>`to_char(${sql.ref(column)} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const verbs = [...STATED_VERBS];
  const { rows } = await sql<Stated>`
    select d.id, d.verb, d.rule, d.ground, d.reason, d.automated, ${day("d.created_at")} as decided_on,
      coalesce(${day("said.created_at")}, ${day("about.created_at")}, ${day("d.created_at")}) as content_on,
      ${day("s.ends_at")} as ends_on, coalesce(said.html like '%<img%', false) as pictures,
      array_remove(array[about.name, about.handle, actor.name, actor.handle] || reported.names, null)
        as names,
      coalesce(reported.kinds, '{}') as kinds, reported.legal_ground, c.queue
    from decision d
    left join decision head on head.community_id = ${at} and head.id = d.batch_id
    left join post p on p.community_id = ${at} and p.id = d.post_id
    left join thread t on t.community_id = ${at} and t.id = coalesce(d.thread_id, p.thread_id)
    left join post said on said.community_id = ${at} and d.verb <> all('{silence,suspend,ban}')
      and said.id = coalesce(d.post_id, t.opening_post_id)
    left join member about on about.community_id = ${at} and about.id = d.about_id
    left join member actor on actor.community_id = ${at} and actor.id = d.actor_id
    left join sanction s on s.community_id = ${at} and s.decision_id = d.id
    left join moderation_case c on c.community_id = ${at} and c.id = coalesce(d.case_id, head.case_id)
    left join lateral (
      select array_agg(distinct r.kind) as kinds, max(nullif(r.legal_ground, '')) as legal_ground,
        array_agg(reporter.name) || array_agg(reporter.handle) || array_agg(nullif(r.legal_name, ''))
          as names
      from jsonb_each(coalesce(head.after, d.after)) changed (target, fields)
      join report r on r.community_id = ${at}
        and r.id = case when target like 'report:%' then substr(target, 8)::bigint end
      left join member reporter on reporter.community_id = ${at} and reporter.id = r.reporter_id
      where fields->>'outcome' = 'agreed'
    ) reported on true
    where d.community_id = ${at} and d.id > ${after} and d.reverses is null
      and d.created_at >= ${from} and d.created_at < ${to} and d.verb = any(${verbs}::text[])
    order by d.id limit ${AT_ONCE}
  `.execute(ctx.db);
  return rows;
}

/** Every decision of a period that a statement is made of, in their order, some at a time. */
export async function* loadStated(
  ctx: Pick<Ctx, "db" | "community">,
  period: Period,
): AsyncGenerator<Stated[]> {
  let after = 0;
  for (;;) {
    const rows = await loadSome(ctx, period, after);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}
