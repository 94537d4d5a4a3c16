import { z } from "zod";
import { MODERATION_VERBS } from "#app/features/members/moderation-verbs.ts";

export const undoForm = z.object({ decision: z.coerce.number().int().positive() });

/** Verbs to choose from, in the order of the list. */
export const FILTER_VERBS = [...MODERATION_VERBS, "appeal_upheld", "appeal_overturned"] as const;

export type DecisionQuery = {
  verb: string;
  moderator: string;
  reversed: "" | "yes" | "no";
  from: string;
  to: string;
};

/** The filters of an address, as the form shows them. */
export function readDecisionQuery(
  query: URLSearchParams,
  days: { from: string; to: string },
): DecisionQuery {
  const verb = query.get("verb") ?? "";
  const reversed = query.get("reversed");
  return {
    verb: FILTER_VERBS.some((one) => one === verb) ? verb : "",
    moderator: (query.get("moderator") ?? "").slice(0, 60),
    reversed: reversed === "yes" || reversed === "no" ? reversed : "",
    ...days,
  };
}
