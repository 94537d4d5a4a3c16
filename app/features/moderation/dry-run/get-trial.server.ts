import { checkSettings } from "#app/features/automod/checks/settings.ts";
import { loadSettings, readStored } from "#app/features/automod/rules/load-settings.server.ts";
import {
  ruleDifferences,
  type RuleDifference,
} from "#app/features/automod/rules/rule-differences.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { CheckReport, Example, TrialReport } from "./trial-report.ts";

export type ExampleView = Omit<Example, "reason"> & { reason: string; text: string };
export type CheckView = Omit<CheckReport, "examples"> & { examples: ExampleView[] };

export type TrialPage = {
  id: number;
  asked: TimeText;
  asker: string | null;
  from: TimeText;
  until: TimeText;
  state: "waiting" | "running" | "done" | "failed";
  done: number;
  all: number | null;
  report: (Omit<TrialReport, "checks"> & { checks: CheckView[] }) | null;
  /** What was tried differs in this from what is in force now. */
  differences: RuleDifference[];
  /** Whether the reader may put them into force. */
  edits: boolean;
};

const EXCERPT = 160;

async function textsOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("post as p")
    .innerJoin("thread as t", (join) =>
      join.onRef("t.community_id", "=", "p.community_id").onRef("t.id", "=", "p.thread_id"),
    )
    .select(["p.id", "p.kind", "p.text", "t.title"])
    .where("p.community_id", "=", ctx.community.id)
    .where("p.id", "in", [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, kind, text, title }) => {
      const whole = (kind === "opening" ? `${title} · ${text}` : text).replace(/\s+/g, " ");
      return [id, whole.length > EXCERPT ? `${whole.slice(0, EXCERPT)}…` : whole];
    }),
  );
}

async function viewReport(ctx: Ctx, report: TrialReport): Promise<TrialPage["report"]> {
  const examples = report.checks.flatMap((check) => check.examples);
  const texts = await textsOf(
    ctx,
    examples.map(({ postId }) => postId),
  );
  const view = (example: Example): ExampleView => ({
    ...example,
    reason: translateKey(ctx.t, example.reason.key, example.reason.params),
    text: texts.get(example.postId) ?? "",
  });
  return {
    ...report,
    checks: report.checks.map((check) => ({ ...check, examples: check.examples.map(view) })),
  };
}

/** A trial with what it found so far, for staff. Throws NotFoundError, ForbiddenError, SignInNeededError. */
export async function getTrial(ctx: Ctx, trialId: number): Promise<TrialPage> {
  assertCan(ctx.actor, "desk.manage", null);
  if (!Number.isSafeInteger(trialId)) throw new NotFoundError();
  const row = await ctx.db
    .selectFrom("automod_trial as r")
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "r.community_id").onRef("m.id", "=", "r.asked_by"),
    )
    .selectAll("r")
    .select("m.name")
    .where("r.community_id", "=", ctx.community.id)
    .where("r.id", "=", trialId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  const { settings } = await loadSettings(ctx);
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  const ended = row.failed ? "failed" : "done";
  return {
    id: row.id,
    asked: time(row.asked_at),
    asker: row.name,
    from: time(row.from_at),
    until: time(row.until_at),
    state: row.done_at ? ended : row.posts_all === null ? "waiting" : "running",
    done: row.posts_done,
    all: row.posts_all,
    report: row.report ? await viewReport(ctx, row.report as TrialReport) : null,
    differences: ruleDifferences(settings, readStored(row.settings)),
    edits: can(ctx.actor, "automod.setRules", null),
  };
}

/** The settings that were tried, and the version they were changed from. Throws as `getTrial` does. */
export async function triedSettings(ctx: Ctx, trialId: number) {
  assertCan(ctx.actor, "automod.setRules", null);
  const row = await ctx.db
    .selectFrom("automod_trial")
    .select(["settings", "version"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", Number.isSafeInteger(trialId) ? trialId : 0)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return { settings: checkSettings.parse(readStored(row.settings)), version: row.version };
}
