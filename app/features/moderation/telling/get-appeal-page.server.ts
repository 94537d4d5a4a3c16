import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import { fitsAppeal } from "../appeal-decision.server.ts";
import { readAppealPart } from "./appeal-link.server.ts";
import { loadToldOne } from "./load-told.server.ts";
import { appealEnds, mayAppeal } from "./may-appeal.server.ts";
import { isMessage } from "./told-verbs.ts";
import { ownDecision, type OwnDecision } from "./own-decision.ts";

export type AppealPage = {
  decision: OwnDecision;
  state: "open" | "received" | "upheld" | "overturned" | "undone" | "late";
  /** Until when an appeal is possible. */
  ends: TimeText;
};

/** A decision for whoever holds the link of the message about it. Throws NotFoundError. */
export async function getAppealPage(ctx: Ctx, part: string): Promise<AppealPage> {
  const link = readAppealPart(part);
  if (!link || !fitsAppeal(link.token, ctx.community.id, link.decisionId))
    throw new NotFoundError();
  const row = await loadToldOne(ctx.db, ctx, link.decisionId);
  // Whose account has ended has nothing here any more.
  if (!row || row.about_id === null || row.reverses !== null || isMessage(row.verb)) {
    throw new NotFoundError();
  }
  const decision = ownDecision(ctx, row);
  const judged = row.appealed_at ? (row.appeal_outcome ?? "received") : null;
  const shut = row.was_undone ? "undone" : "late";
  return {
    decision,
    state: judged ?? (mayAppeal(row, ctx.now) ? "open" : shut),
    ends: formatTime(ctx.t, appealEnds(row), ctx.now, ctx.community.timeZone),
  };
}
