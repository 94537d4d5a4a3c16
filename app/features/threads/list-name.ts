export const LIST_NAMES = ["latest", "needs_answer", "solved", "top", "following"] as const;

/** The orders and filters a list of threads comes in. */
export type ListName = (typeof LIST_NAMES)[number];

/** The name of a list as it stands in an address → list; `latest` for anything else. */
export function listNameOf(text: string | null): ListName {
  return LIST_NAMES.find((name) => name === text) ?? "latest";
}
