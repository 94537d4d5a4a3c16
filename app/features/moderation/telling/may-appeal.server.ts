import { APPEAL_DAYS } from "../appeal-decision.server.ts";
import type { ToldDecision } from "./load-told.server.ts";
import { isMessage } from "./told-verbs.ts";

/** Until when a decision can be appealed. */
export function appealEnds({ created_at: at }: Pick<ToldDecision, "created_at">): Date {
  return new Date(at.getTime() + APPEAL_DAYS * 86_400_000);
}

/** Whether it can be appealed now, by whom it is about. */
export function mayAppeal(row: ToldDecision, now: Date): boolean {
  const open = row.reverses === null && !row.was_undone && row.appealed_at === null;
  if (isMessage(row.verb)) return false;
  return open && row.about_id !== null && appealEnds(row) >= now;
}
