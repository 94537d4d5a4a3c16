import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { assertAtDesk } from "../at-desk.ts";
import { decide } from "../decide.server.ts";
import { loadCase } from "../load-case.server.ts";
import { subjectOf } from "../subject.ts";

/** So many at most at once: each is a transaction of its own. */
const MOST = 50;

/**
 * Decides the same about several cases, each for itself, so that one that was decided meanwhile keeps
 * none of the others back. Gives how many it did. Throws
 * SignInNeededError, ForbiddenError.
 */
export async function decideMany(
  ctx: Ctx,
  { cases, verb }: { cases: number[]; verb: "approve" | "hide" | "close" },
): Promise<{ done: number }> {
  assertAtDesk(ctx);
  // Whoever wrote it reads it, in the community's language.
  const reason = verb === "hide" ? translatorOf(ctx.community.locale)("desk.spamReason") : "";
  let done = 0;
  for (const caseId of [...new Set(cases)].slice(0, MOST)) {
    try {
      const row = await loadCase(ctx.db, ctx, caseId);
      const subject = subjectOf(row);
      if (!subject) continue;
      await decide(ctx, { verb, subject, caseId, reason });
      done += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { done };
}
