import type { Ctx } from "#app/lib/ctx.ts";
import { dayOf } from "./change-term.server.ts";
import {
  contributionBySpace,
  contributionOf,
  spanBefore,
  type Contribution,
  type SpaceShare,
} from "./contribution-report.server.ts";
import { dayText, type DayText } from "./day-text.ts";
import type { TermView } from "./list-terms.server.ts";

export type TermReport = {
  from: DayText;
  to: DayText;
  now: Contribution;
  /** Of the time before the term, as long as the term so far. */
  before: Contribution;
  spaces: SpaceShare[];
};

/** The newest of a member's terms that has begun, as a report; `null` when none has. */
export async function reportTerm(
  ctx: Ctx,
  { memberId, terms }: { memberId: number; terms: TermView[] },
): Promise<TermReport | null> {
  const today = dayOf(ctx.now);
  const term = terms.find(({ startsOn }) => startsOn !== null && startsOn.iso <= today);
  if (!term?.startsOn || !term.endsOn) return null;
  // What is done today counts.
  const tomorrow = dayOf(new Date(ctx.now.getTime() + 86_400_000));
  const to = term.endsOn.iso < tomorrow ? term.endsOn.iso : tomorrow;
  const span = { from: term.startsOn.iso, to };
  const where = { communityId: ctx.community.id, memberId };
  return {
    from: term.startsOn,
    to: dayText(ctx.t, to < today ? to : today),
    now: await contributionOf(ctx.db, { ...where, span }),
    before: await contributionOf(ctx.db, { ...where, span: spanBefore(span) }),
    spaces: await contributionBySpace(ctx.db, { ...where, span }),
  };
}
