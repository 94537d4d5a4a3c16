import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { can } from "#app/features/members/policy.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { loadPost, loadThread } from "#app/features/threads/load-post.server.ts";
import { setThreadStateInTx } from "#app/features/threads/set-thread-state.server.ts";
import { threadSubject } from "#app/features/threads/subjects.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { isStaff, type Role } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReportKind } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "./open-case.server.ts";
import { mayHide, reportWeight, WEIGHT_TO_HIDE, type ReporterRecord } from "./report-weight.ts";
import { readReport, type ReadReport, type ReportContent } from "./report-input.ts";
import { lockSubject } from "./load-decided.server.ts";
import { subjectColumns, type Subject } from "./subject.ts";

export type ReportMade = { reportId: number; caseId: number; hidden: boolean };

type Reported = {
  /** An opening post is its thread. */
  subject: Subject;
  authorId: number | null;
  authorRole: Role | null;
  official: boolean;
  hide: ((reason: string) => Promise<void>) | null;
};

/** What everybody may report: what they may read, of others. Throws NotFoundError. */
async function loadReported(tx: Tx, ctx: Ctx, subject: Subject): Promise<Reported> {
  const unseen = { ...ctx, actor: GUEST };
  if (subject.kind === "member") {
    const member = await tx
      .selectFrom("member")
      .select(["id", "role"])
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", subject.id)
      .executeTakeFirst();
    if (!member) throw new NotFoundError();
    return { subject, authorId: member.id, authorRole: member.role, official: false, hide: null };
  }
  if (subject.kind === "post") {
    const post = await loadPost(tx, ctx, subject.id, { lock: true });
    if (!can(ctx.actor, "post.read", post.subject)) throw new NotFoundError();
    if (post.kind === "opening") {
      return loadReported(tx, ctx, { kind: "thread", id: post.thread_id });
    }
    return {
      subject,
      authorId: post.author_id,
      authorRole: post.role,
      official: post.official,
      hide:
        post.state === "published"
          ? (reason) => withdrawPost(tx, unseen, post, { to: "hidden", reason })
          : null,
    };
  }
  const thread = await loadThread(tx, ctx, subject.id, { lock: true });
  if (!can(ctx.actor, "thread.read", threadSubject(thread))) throw new NotFoundError();
  const author = await tx
    .selectFrom("member")
    .select("role")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.author_id ?? 0)
    .executeTakeFirst();
  return {
    subject,
    authorId: thread.author_id,
    authorRole: author?.role ?? null,
    official: false,
    hide:
      thread.state === "published"
        ? (reason) => setThreadStateInTx(tx, unseen, { threadId: thread.id, to: "hidden", reason })
        : null,
  };
}

/** Who reports, by what became of their reports until now. */
async function recordOf(tx: Tx, ctx: Ctx): Promise<ReporterRecord> {
  const { actor } = ctx;
  if (actor.kind === "guest") return { agreed: 0, declined: 1, standing: "member" };
  const { rows } = await sql<{ agreed: number; declined: number }>`
    select count(*) filter (where outcome = 'agreed') as agreed,
      count(*) filter (where outcome = 'declined') as declined
    from report where community_id = ${ctx.community.id} and reporter_id = ${actor.id}
  `.execute(tx);
  const trusted = actor.role === "super_user" || actor.powers.has("post.voteHide");
  const standing = isStaff(actor.role) ? "staff" : trusted ? "trusted" : "member";
  return { ...rows[0]!, standing };
}

async function insertReport(
  tx: Tx,
  ctx: Ctx,
  { subject, given, caseId }: { subject: Subject; given: ReadReport; caseId: number },
): Promise<number> {
  const record = await recordOf(tx, ctx);
  const row = await tx
    .insertInto("report")
    .values({
      community_id: ctx.community.id,
      reporter_id: ctx.actor.id,
      ...subjectColumns(subject),
      case_id: caseId,
      ...given,
      weight: reportWeight(record),
      trusted: ctx.actor.kind === "member" && mayHide(record),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new ConflictError("reported_already", { key: "moderation.reportedAlready" });
  return row.id;
}

/** Whether those who may hide have said enough. */
async function enough(tx: Tx, ctx: Ctx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ weight: number; members: number }>`
    select coalesce(sum(weight), 0) as weight, count(distinct reporter_id) as members from report
    where community_id = ${ctx.community.id} and case_id = ${caseId} and trusted and outcome is null
  `.execute(tx);
  return rows[0]!.members > 1 && rows[0]!.weight >= WEIGHT_TO_HIDE;
}

const URGENT: Partial<Record<ReportKind, number>> = {
  safety: 3,
  illegal: 3,
  personal_data: 2,
  harassment: 2,
};

/**
 * Reports a post, thread or member, each once. It opens a case; enough weight from trusted members
 * hides a post or thread until staff look at it, unless staff wrote it. Guests report illegal content.
 * Throws ConflictError when it was reported already, InvalidError, NotFoundError, SignInNeededError,
 * ForbiddenError.
 */
export async function reportContent(ctx: Ctx, input: ReportContent): Promise<ReportMade> {
  const { actor } = ctx;
  const illegal = input.kind === "illegal";
  if (actor.kind === "guest" && !illegal) throw new SignInNeededError();
  if (actor.kind === "member" && !illegal) {
    if (!actor.verified) throw new ForbiddenError("unverified", { key: "error.verifyFirst" });
    if (actor.silenced) throw new ForbiddenError("silenced", { key: "moderation.silenced" });
  }
  const given = readReport(input, { guest: actor.kind === "guest" });
  return inTransaction(ctx.db, async (tx) => {
    await lockSubject(tx, ctx.community.id, input.subject);
    const reported = await loadReported(tx, ctx, input.subject);
    if (actor.id !== null && reported.authorId === actor.id) {
      throw new InvalidError({ subject: { key: "moderation.ownContent" } });
    }
    const { subject } = reported;
    const { caseId } = await openCase(tx, ctx, {
      subject,
      queue: input.kind === "personal_data" ? "personal_data" : "reported",
      priority: URGENT[input.kind] ?? 1,
    });
    const reportId = await insertReport(tx, ctx, { subject, given, caseId });
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "report.made",
      payload: { reportId, caseId },
    });
    const protectedOnes = reported.official || isStaff(reported.authorRole ?? "guest");
    if (!reported.hide || protectedOnes || !(await enough(tx, ctx, caseId))) {
      return { reportId, caseId, hidden: false };
    }
    await reported.hide(translatorOf(ctx.community.locale)("moderation.hiddenByReports"));
    return { reportId, caseId, hidden: true };
  });
}
