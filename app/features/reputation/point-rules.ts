import { z } from "zod";

/** What can give points. */
export const POINT_RULES = [
  "helpful",
  "accepted",
  "accepting",
  "official",
  "edit",
  "duplicate",
  "report",
] as const;
export type PointRule = (typeof POINT_RULES)[number];

const MOST = 1_000;

const pricing = z.object({
  points: z.number().int().min(0).max(MOST),
  /** Most points that this gives a member in a day (UTC); `null` for no end. */
  dailyCap: z.number().int().min(0).max(100_000).nullable(),
});

export type Pricing = z.output<typeof pricing>;

/** What each thing is worth. */
export const pointRulesSchema = z.strictObject(
  Object.fromEntries(POINT_RULES.map((rule) => [rule, pricing])) as Record<
    PointRule,
    typeof pricing
  >,
);

export type PointRules = z.output<typeof pointRulesSchema>;

/** The version of a community that never published rules of its own. */
export const DEFAULT_VERSION = 0;

/**
 * Stack Overflow's figures for helpful votes, accepted answers and edits (stackapps.com/help/whats-reputation);
 * its cap of 200 a day holds for votes alone, there as here. Other care for the place is worth what an
 * edit is.
 */
export const DEFAULT_RULES: PointRules = {
  helpful: { points: 10, dailyCap: 200 },
  accepted: { points: 15, dailyCap: null },
  accepting: { points: 2, dailyCap: 20 },
  official: { points: 15, dailyCap: null },
  edit: { points: 2, dailyCap: 20 },
  duplicate: { points: 2, dailyCap: 20 },
  report: { points: 2, dailyCap: 20 },
};

/** A published version, from the time it holds for. */
export type RulesVersion = { version: number; effectiveFrom: Date | null; rules: PointRules };
