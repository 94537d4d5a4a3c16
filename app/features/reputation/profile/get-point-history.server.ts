import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { isStaff, rolesUpTo } from "#app/lib/roles.ts";
import { decodeCursor, pageOf } from "#db/page.server.ts";
import type { PointRule } from "../point-rules.ts";

/** An entry of the ledger, as its member sees it. */
export type PointLine = {
  id: number;
  points: number;
  rule: PointRule;
  version: number;
  /** When what it is for happened; the day's cap counts there. */
  at: TimeText;
  /** When it was written down. */
  entered: TimeText;
  /** `back`: it takes points back; `gone`: what it gave was taken back later. */
  state: "stands" | "gone" | "back";
  /** `null` where the reader may not see the thread. */
  thread: { title: string; href: string } | null;
};

export type PointHistory = {
  member: { name: string; handle: string; points: number; mine: boolean };
  lines: PointLine[];
  next: string | null;
};

type Row = {
  id: number;
  points: number;
  rule: PointRule;
  rule_version: number;
  caused_at: Date;
  created_at: Date;
  left: number;
  title: string | null;
  slug: string | null;
  thread_id: number;
  post_id: number | null;
};

const A_PAGE = 30;

async function loadRows(ctx: Ctx, memberId: number, after: number | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, e.points, e.rule, e.rule_version, e.caused_at, e.created_at, e.post_id,
      t.id as thread_id, t.title, t.slug,
      (select sum(o.points) from reputation_entry o where o.community_id = e.community_id
        and o.member_id = e.member_id and o.cause = e.cause and o.day = e.day)::int as left
    from reputation_entry e
    left join (
      thread t join space s on s.community_id = t.community_id and s.id = t.space_id
        and s.read_role = any(${rolesUpTo(ctx.actor.role)}::text[])
    ) on t.community_id = e.community_id and t.id = e.thread_id
      and (t.state = 'published' or ${isStaff(ctx.actor.role)})
    where e.community_id = ${ctx.community.id} and e.member_id = ${memberId}
      and (${after}::bigint is null or e.id < ${after}::bigint)
    order by e.id desc limit ${A_PAGE + 1}
  `.execute(ctx.db);
  return rows;
}

/**
 * A member's points one by one, newest first, for themselves and staff. Who voted is nowhere said.
 * Throws NotFoundError for everybody else, SignInNeededError for a guest.
 */
export async function getPointHistory(
  ctx: Ctx,
  { handle, cursor }: { handle: string; cursor: string | null },
): Promise<PointHistory> {
  const reader = requireMember(ctx);
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "name", "handle", "points"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  const mine = member?.id === reader.id;
  if (!member || !(mine || isStaff(reader.role))) throw new NotFoundError();
  const rows = await loadRows(ctx, member.id, decodeCursor(cursor)?.id ?? null);
  const page = pageOf(rows, A_PAGE, ({ id }) => ({ value: id, id }));
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  return {
    member: { name: member.name, handle: member.handle, points: member.points, mine },
    lines: page.rows.map((row) => ({
      id: row.id,
      points: row.points,
      rule: row.rule,
      version: row.rule_version,
      at: time(row.caused_at),
      entered: time(row.created_at),
      state: row.points < 0 ? "back" : row.left === 0 ? "gone" : "stands",
      thread:
        row.title === null
          ? null
          : {
              title: row.title,
              href: `/t/${row.thread_id}/${row.slug}${row.post_id === null ? "" : `?post=${row.post_id}#post-${row.post_id}`}`,
            },
    })),
    next: page.next,
  };
}
