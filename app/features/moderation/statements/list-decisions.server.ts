import { sql, type RawBuilder } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { decodeCursor, pageOf } from "#db/page.server.ts";
import type { AppealOutcome } from "#db/schema-moderation.ts";

export type DecisionFilters = {
  verb: string | null;
  /** The handle of whoever decided. */
  moderator: string | null;
  /** Those that were undone, or that stand. */
  reversed: "yes" | "no" | null;
  period: { from: Date; to: Date };
};

type Row = {
  id: number;
  verb: string;
  reason: string;
  rule: string;
  ground: "terms" | "law";
  automated: boolean;
  created_at: Date;
  reverses: number | null;
  batch_id: number | null;
  undone: boolean;
  actor_name: string | null;
  about_name: string | null;
  about_handle: string | null;
  title: string | null;
  thread_id: number | null;
  slug: string | null;
  post_id: number | null;
  appeal: AppealOutcome | "open" | null;
};

export type DecisionLine = {
  id: number;
  verb: string;
  reason: string;
  rule: string;
  ground: "terms" | "law";
  at: TimeText;
  /** Who decided; `null`: a rule, or somebody who left. */
  by: string | null;
  automated: boolean;
  about: { name: string; handle: string } | null;
  /** The thread that it is about, or whose post. */
  thread: { title: string; href: string } | null;
  undoes: number | null;
  undone: boolean;
  appeal: AppealOutcome | "open" | null;
  mayUndo: boolean;
};

export type DecisionList = {
  decisions: DecisionLine[];
  next: string | null;
  mayExport: boolean;
};

const A_PAGE = 50;
/** What stands by itself: an undoing is undone at the desk, an appeal decided once. */
const FINAL: ReadonlySet<string> = new Set(["appeal_upheld", "appeal_overturned"]);

function matching({ verb, moderator, reversed, period }: DecisionFilters, at: number) {
  const undone = sql`exists (select from decision r
    where r.community_id = ${at} and r.reverses = d.id)`;
  const parts: RawBuilder<unknown>[] = [
    sql`d.created_at >= ${period.from} and d.created_at < ${period.to}`,
  ];
  if (verb) parts.push(sql`d.verb = ${verb}`);
  if (reversed) parts.push(reversed === "yes" ? undone : sql`not ${undone}`);
  if (moderator) {
    parts.push(sql`d.actor_id = (select m.id from member m
      where m.community_id = ${at} and m.handle_key = ${handleKey(moderator.replace(/^@/, ""))})`);
  }
  return sql.join(parts, sql` and `);
}

async function loadRows(ctx: Ctx, filters: DecisionFilters, before: number): Promise<Row[]> {
  const at = ctx.community.id;
  const { rows } = await sql<Row>`
    select d.id, d.verb, d.reason, d.rule, d.ground, d.automated, d.created_at, d.reverses, d.batch_id,
      exists (select from decision r where r.community_id = ${at} and r.reverses = d.id) as undone,
      actor.name as actor_name, about.name as about_name, about.handle as about_handle,
      t.title, t.id as thread_id, t.slug, d.post_id,
      (select coalesce(a.outcome, 'open') from appeal a
        where a.community_id = ${at} and a.decision_id = d.id) as appeal
    from decision d
    left join member actor on actor.community_id = ${at} and actor.id = d.actor_id
    left join member about on about.community_id = ${at} and about.id = d.about_id
    left join post p on p.community_id = ${at} and p.id = d.post_id
    left join thread t on t.community_id = ${at} and t.id = coalesce(d.thread_id, p.thread_id)
    where d.community_id = ${at} and d.id < ${before} and ${matching(filters, at)}
    order by d.id desc limit ${A_PAGE + 1}
  `.execute(ctx.db);
  return rows;
}

function lineOf(ctx: Ctx, row: Row): DecisionLine {
  const place = row.post_id === null ? "" : `?post=${row.post_id}#post-${row.post_id}`;
  const { id, verb, reason, rule, ground, automated, undone, appeal } = row;
  return {
    id,
    verb,
    reason,
    rule,
    ground,
    automated,
    undone,
    appeal,
    at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    by: row.actor_name,
    about:
      row.about_name !== null && row.about_handle !== null
        ? { name: row.about_name, handle: row.about_handle }
        : null,
    thread:
      row.title === null
        ? null
        : { title: row.title, href: `/t/${row.thread_id}/${row.slug}${place}` },
    undoes: row.reverses,
    mayUndo: !undone && row.reverses === null && row.batch_id === null && !FINAL.has(verb),
  };
}

/** The decisions of a period, newest first. Of staff. Throws SignInNeededError, ForbiddenError. */
export async function listDecisions(
  ctx: Ctx,
  filters: DecisionFilters & { after: string | null },
): Promise<DecisionList> {
  assertCan(ctx.actor, "desk.manage", null);
  const before = decodeCursor(filters.after)?.id ?? Number.MAX_SAFE_INTEGER;
  const found = await loadRows(ctx, filters, before);
  const { rows, next } = pageOf(found, A_PAGE, ({ id }) => ({ value: id, id }));
  return {
    decisions: rows.map((row) => lineOf(ctx, row)),
    next,
    mayExport: can(ctx.actor, "desk.export", null),
  };
}
