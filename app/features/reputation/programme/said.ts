const SAID = [
  "nominated",
  "invited",
  "accepted",
  "agreed",
  "declined",
  "left",
  "saved",
  "renewed",
  "ended",
  "given",
] as const;

/** What was just done, told on the page that follows. */
export type SaidKey = (typeof SAID)[number];

/** The `said` of an address, if it is one. */
export function saidOf(query: URLSearchParams): SaidKey | null {
  return SAID.find((key) => key === query.get("said")) ?? null;
}
