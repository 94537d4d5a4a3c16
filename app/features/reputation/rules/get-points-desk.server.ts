import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadPointRules } from "../load-point-rules.server.ts";
import { POINT_RULES, type PointRule, type Pricing } from "../point-rules.ts";
import { loadPointVersions } from "./load-rule-versions.server.ts";
import { valuesOf } from "./point-rules-form.ts";
import { viewPointVersion, type VersionView } from "./rule-history.server.ts";

export type PointsDesk = {
  /** Whether the reader may change them. */
  edits: boolean;
  /** Of the rules in force. */
  version: number;
  rules: ({ key: PointRule } & Pricing)[];
  /** The same as a form's fields. */
  values: Record<string, string>;
  versions: VersionView[];
};

/** The point rules for staff. Throws ForbiddenError, SignInNeededError. */
export async function getPointsDesk(ctx: Ctx): Promise<PointsDesk> {
  assertCan(ctx.actor, "reputation.seeRules", null);
  const [rules, versions] = await Promise.all([
    loadPointRules(ctx.db, ctx.community.id),
    loadPointVersions(ctx),
  ]);
  const { version, rules: inForce } = rules.at(-1)!;
  return {
    edits: can(ctx.actor, "reputation.setRules", null),
    version,
    rules: POINT_RULES.map((key) => ({ key, ...inForce[key] })),
    values: { ...valuesOf(inForce), from: "all", day: ctx.now.toISOString().slice(0, 10) },
    versions: versions.map((of) => viewPointVersion(ctx, of)),
  };
}
