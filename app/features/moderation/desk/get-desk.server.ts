import { randomUUID } from "node:crypto";
import { translateKey } from "#app/i18n/translate.ts";
import { can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError, type ErrorMessage } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { fillReply, listCannedReplies } from "../canned-replies.server.ts";
import { getCase } from "../get-case.server.ts";
import { countCases, listCases, type CaseLine as FoundCase } from "../list-cases.server.ts";
import { toldDecision } from "../told-decision.server.ts";
import { loadClocks } from "../clocks/load-clocks.server.ts";
import type { WorkCalendar } from "../clocks/work-calendar.ts";
import { clockOf } from "./clock-of.ts";
import type { CannedReply, CaseLine, DeskPage } from "./desk-page.ts";
import { filtersOf, type DeskPlace } from "./desk-place.ts";
import { listViews } from "./keep-views.server.ts";
import { openCase } from "./open-case-view.server.ts";

export type DeskQuery = {
  place: DeskPlace;
  after: string | null;
  case: string | null;
  undo: string | null;
  done: string | null;
};

/** From this priority on a case is about safety. */
const URGENT = 3;

function noteOf(ctx: Ctx, found: FoundCase): string {
  const { count } = found.reports;
  if (count > 0) return ctx.t("desk.reports", { count });
  const first = found.reasons[0] as ErrorMessage | undefined;
  return first ? translateKey(ctx.t, first.key, first.params) : "";
}

function lineOf(ctx: Ctx, found: FoundCase, calendar: WorkCalendar): CaseLine {
  const { claimed } = found;
  return {
    id: found.id,
    queue: found.queue,
    urgent: found.priority >= URGENT,
    title: found.title,
    excerpt: found.excerpt,
    who: found.about,
    note: noteOf(ctx, found),
    clock: clockOf(ctx, { openedAt: found.opened_at, dueAt: found.due_at }, calendar),
    claim: claimed ? { name: claimed.name, own: claimed.id === ctx.actor.id } : null,
  };
}

async function cannedFor(ctx: Ctx, name: string | undefined): Promise<CannedReply[]> {
  if (!can(ctx.actor, "desk.manage", null)) return [];
  const variables = {
    community: ctx.community.name,
    ...(name === undefined ? {} : { name }),
    ...(ctx.actor.kind === "member" ? { agent: ctx.actor.name } : {}),
  };
  return (await listCannedReplies(ctx)).map((reply) => ({
    ...reply,
    text: fillReply(reply.text, variables),
  }));
}

async function undoOf(ctx: Ctx, given: string | null): Promise<DeskPage["undo"]> {
  const decisionId = Number(given);
  if (given === null || !Number.isSafeInteger(decisionId)) return null;
  const told = await toldDecision(ctx.db, ctx, decisionId).catch(() => null);
  if (!told) return null;
  const what = ctx.t("desk.did", { verb: told.verb });
  return { decisionId, text: ctx.t("desk.justNow", { what }) };
}

/** The spaces whose cases are in sight. */
async function listSpaces(ctx: Ctx): Promise<DeskPage["spaces"]> {
  const { actor } = ctx;
  const own = actor.kind === "member" ? [...(actor.moderates ?? [])] : [];
  return ctx.db
    .selectFrom("space")
    .select(["id", "name"])
    .where("community_id", "=", ctx.community.id)
    .$if(!isStaff(actor.role), (of) => of.where("id", "in", own))
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** The case asked for; `null` for one that is gone, so that a list never ends in an error. */
async function openOf(ctx: Ctx, given: string | null) {
  if (given === null) return null;
  try {
    return openCase(ctx, await getCase(ctx, Number(given)));
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/**
 * The desk: what waits, and the case that is open with its thread and member. Throws
 * SignInNeededError, ForbiddenError.
 */
export async function getDesk(ctx: Ctx, query: DeskQuery): Promise<DeskPage> {
  const { place } = query;
  const { rows, next } = await listCases(ctx, filtersOf(place, ctx.actor.id), query.after);
  const counts = await countCases(ctx);
  const { calendar } = await loadClocks(ctx.db, ctx.community.id);
  const open = await openOf(ctx, query.case);
  const sum = (name: "open" | "overdue") =>
    counts.reduce((total, row) => total + Number(row[name]), 0);
  const done = Number(query.done);
  return {
    place,
    views: await listViews(ctx),
    spaces: await listSpaces(ctx),
    counts: counts.map(({ queue: name, open: count }): { queue: Queue; count: number } => ({
      queue: name,
      count: Number(count),
    })),
    waiting: sum("open"),
    over: sum("overdue"),
    lines: rows.map((row) => lineOf(ctx, row, calendar)),
    next,
    open,
    canned: open ? await cannedFor(ctx, open.member?.name) : [],
    undo: await undoOf(ctx, query.undo),
    done: query.done !== null && Number.isSafeInteger(done) ? done : null,
    answerKey: randomUUID(),
  };
}
