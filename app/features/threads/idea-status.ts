import type { IdeaStatus } from "#db/schema-threads.ts";

/** What the brand can make of an idea, in the order it usually goes. */
export const IDEA_STATUSES = [
  "new",
  "under_review",
  "planned",
  "shipped",
  "declined",
] as const satisfies readonly IdeaStatus[];

/** A status as it stands in an address → status; `undefined` for anything else. */
export function ideaStatusOf(text: string | null): IdeaStatus | undefined {
  return IDEA_STATUSES.find((status) => status === text);
}
