import { sql } from "kysely";
import type { AppEvent, FlaggedWhy } from "#app/events/catalog.ts";
import type { Finding } from "#app/features/automod/screened.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "./open-case.server.ts";
import { subjectColumns, type Subject } from "./subject.ts";

type Said = Pick<Finding, "check" | "verdict" | "toStaff">;

type Row = {
  findings: Said[];
  created_at: Date;
  /** Of the post; an opening post is its thread. */
  kind: string | null;
  state: string | null;
  thread_id: number | null;
};

type Told = { subject: Subject; queue: Queue; reasons: ErrorMessage[] };

const WHY: Record<FlaggedWhy, string> = {
  edit: "screening.editedVisible",
  advice: "screening.postedAnyway",
  again: "screening.lookedAgain",
  import: "screening.imported",
};

const HAS_POST: ReadonlySet<string> = new Set(["post.held", "post.flagged"]);

/** What the post's screening said, and how the post stands now; the thread stays locked until the end. */
async function load(tx: Tx, ctx: Ctx, screeningId: number): Promise<Row | null> {
  const at = ctx.community.id;
  await sql`
    select t.id from screening s
    join post p on p.community_id = s.community_id and p.id = s.post_id
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where s.community_id = ${at} and s.id = ${screeningId} for no key update of t
  `.execute(tx);
  const { rows } = await sql<Row>`
    select s.findings, s.created_at, p.kind, p.thread_id, case when p.kind = 'opening' then t.state else p.state end as state
    from screening s
    left join post p on p.community_id = s.community_id and p.id = s.post_id
    left join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where s.community_id = ${at} and s.id = ${screeningId}
  `.execute(tx);
  return rows[0] ?? null;
}

/** Whether a run before this one opened a case, which may be closed by now, or added to an open one. */
async function isOpened(
  tx: Tx,
  ctx: Ctx,
  { subject, queue, since, reasons }: Told & { since: Date },
): Promise<boolean> {
  const of = subjectColumns(subject);
  const found = await tx
    .selectFrom("moderation_case")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "is not distinct from", of.post_id)
    .where("thread_id", "is not distinct from", of.thread_id)
    .where("member_id", "is not distinct from", of.member_id)
    .where("queue", "=", queue)
    .where((eb) =>
      eb.or([
        eb("opened_at", ">=", since),
        eb.and([
          eb("closed_at", "is", null),
          sql<boolean>`reasons @> ${JSON.stringify(reasons)}::jsonb`,
        ]),
      ]),
    )
    .executeTakeFirst();
  return found !== undefined;
}

/** What weighs: all that holds or refuses; without any of it, everything. */
function weighing(findings: readonly Said[]): readonly Said[] {
  const strong = findings.filter(({ verdict }) => verdict !== "nudge");
  return strong.length > 0 ? strong : findings;
}

function reasonsOf(event: AppEvent, row: Row): ErrorMessage[] {
  const said = row.findings.map(({ toStaff }) => toStaff);
  return event.type === "post.flagged" ? [{ key: WHY[event.payload.why] }, ...said] : said;
}

/**
 * Puts what automod held, or wants staff to see, into its queue with the reasons: personal data when
 * that is all that weighs, profiles among the suspect members, everything else among what is held.
 */
export async function openHeldCase(
  ctx: Ctx,
  event: AppEvent<"post.held" | "post.flagged" | "member.profile_flagged">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const row = await load(tx, ctx, event.payload.screeningId);
    if (!row || row.findings.length === 0) return;
    const isPost = HAS_POST.has(event.type);
    if (event.type === "post.held" && row.state !== "held") return;
    if (isPost && (row.state === null || row.state === "deleted")) return;
    const subject: Subject =
      event.type === "member.profile_flagged"
        ? { kind: "member", id: event.payload.memberId }
        : row.kind === "opening"
          ? { kind: "thread", id: event.payload.threadId }
          : { kind: "post", id: event.payload.postId };
    const personal = weighing(row.findings).every(({ check }) => check === "personalData");
    const queue: Queue = personal ? "personal_data" : isPost ? "held" : "suspect";
    const told: Told = { subject, queue, reasons: reasonsOf(event, row) };
    if (await isOpened(tx, ctx, { ...told, since: row.created_at })) return;
    await openCase(tx, ctx, told);
  });
}
