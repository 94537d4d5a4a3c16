/** How much a community's words of the brand may be. Searches stay quick with all of it. */
export const WORD_LIMITS = {
  synonyms: 2_000,
  /** Product names, and stop words, each. */
  rules: 500,
  synonymLength: 100,
  ruleLength: 60,
  /** Characters pasted at once. */
  paste: 200_000,
  pins: 1_000,
  pinsPerQuery: 10,
  queryLength: 100,
} as const;
