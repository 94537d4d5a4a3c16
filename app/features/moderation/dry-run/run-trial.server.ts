import type { AppEvent } from "#app/events/catalog.ts";
import type { CheckSettings } from "#app/features/automod/checks/settings.ts";
import { loadSettings, readStored } from "#app/features/automod/rules/load-settings.server.ts";
import { loadTools } from "#app/features/automod/screening/load-tools.server.ts";
import {
  buildScreened,
  judge,
  mostCountedOf,
  type ScreenWhat,
} from "#app/features/automod/screening/screen.server.ts";
import {
  SCREENING_CHECKS,
  type ScreeningTools,
} from "#app/features/automod/screening/screening-checks.ts";
import { writtenOf } from "#app/features/threads/screening/screen-written.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { countWritten, loadWritten, type WrittenThen } from "./load-written.server.ts";
import { TrialCounter, type Judged, type TrialReport } from "./trial-report.ts";

/** The newest of them, where more was written. */
export const MOST_TEXTS = 20_000;
const AT_ONCE = 200;

type Compared = { tried: CheckSettings; inForce: CheckSettings; tools: ScreeningTools };

/** What both settings say of a text as it would have been screened when it was written. */
async function judgeThen(
  ctx: Ctx,
  then: WrittenThen,
  { tried, inForce, tools }: Compared,
): Promise<Judged> {
  const { kind, threadId, parentId, postId, now, before, besides, actor } = then;
  const what: ScreenWhat = {
    written: writtenOf(kind, { ...now, besides }),
    place: { kind, threadId, parentId, postId },
    before: before ? writtenOf(kind, before) : undefined,
  };
  const writing: Ctx = { ...ctx, actor, now: then.at };
  const mostCounted = Math.max(mostCountedOf(tried), mostCountedOf(inForce));
  const { screened } = await buildScreened(writing, what, { mostCounted, asOf: true });
  const said = async (settings: CheckSettings) =>
    (await judge(writing, what, { screened, settings, tools })).findings;
  const { standing, outcome } = then;
  return {
    postId,
    authorId: actor.id,
    standing,
    outcome,
    tried: await said(tried),
    inForce: await said(inForce),
  };
}

/**
 * What settings would have done with everything written between two moments, beside those in force:
 * each text by the checks of live screening, with what was known when it was written. The service
 * elsewhere isn't asked. `onPart` hears how far it is.
 */
export async function tryOnHistory(
  ctx: Ctx,
  {
    settings,
    from,
    until,
    onPart,
  }: {
    settings: CheckSettings;
    from: Date;
    until: Date;
    onPart?: (done: number, all: number) => Promise<void>;
  },
): Promise<TrialReport> {
  const { settings: inForce } = await loadSettings(ctx);
  const tools: ScreeningTools = { ...(await loadTools(ctx)), askOutside: null };
  const compared = { tried: settings, inForce, tools };
  const found = await countWritten(ctx, { from, until, most: MOST_TEXTS });
  const cut = found.count === MOST_TEXTS;
  const span = { from: cut ? found.from : from, until };
  const counter = new TrialCounter(SCREENING_CHECKS.map(({ id }) => id));
  let done = 0;
  await onPart?.(done, found.count);
  for (let after: Parameters<typeof loadWritten>[1]["after"] = null; ;) {
    const { written, next } = await loadWritten(ctx, { ...span, after, limit: AT_ONCE });
    for (const then of written) counter.add(await judgeThen(ctx, then, compared));
    done += written.length;
    await onPart?.(done, Math.max(done, found.count));
    if (!next) return counter.report({ cut });
    after = next;
  }
}

/** Job: runs a trial that was asked for and keeps what it found. Run again it finds the same. */
export async function runTrial(ctx: Ctx, event: AppEvent<"automod.tried">): Promise<void> {
  const { trialId } = event.payload;
  const which = ctx.db
    .updateTable("automod_trial")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", trialId)
    .where("done_at", "is", null);
  const trial = await ctx.db
    .selectFrom("automod_trial")
    .select(["settings", "from_at", "until_at", "done_at"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", trialId)
    .executeTakeFirst();
  if (!trial || trial.done_at) return;
  try {
    const report = await tryOnHistory(ctx, {
      settings: readStored(trial.settings),
      from: trial.from_at,
      until: trial.until_at,
      onPart: async (done, all) => {
        await which.set({ posts_done: done, posts_all: all }).execute();
      },
    });
    await which.set({ report: JSON.stringify(report), done_at: new Date() }).execute();
  } catch (error) {
    ctx.log.error({ err: error, trial: trialId }, "trial of automod failed");
    await which.set({ failed: true, done_at: new Date() }).execute();
  }
}
