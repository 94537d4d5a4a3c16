import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { capital, sayFormulaText } from "../formula-words.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { METRICS } from "../metrics.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import { loadRankVersions } from "./load-rule-versions.server.ts";
import { powerWords } from "./power-words.ts";
import { draftValues } from "./rank-draft.ts";
import { viewRankVersion, type VersionView } from "./rule-history.server.ts";

export type RanksDesk = {
  /** Whether the reader may change them. */
  edits: boolean;
  /** Of the list in force. */
  version: number;
  ranks: { key: string; name: string; asks: string; formula: string; powers: string[] }[];
  /** The same as a form's fields. */
  values: Record<string, string>;
  /** What formulas may speak of. */
  metrics: { name: string; words: string }[];
  versions: VersionView[];
};

/** The list of ranks for staff. Throws ForbiddenError, SignInNeededError. */
export async function getRanksDesk(ctx: Ctx): Promise<RanksDesk> {
  assertCan(ctx.actor, "reputation.seeRules", null);
  const { t } = ctx;
  const [{ version, ranks }, versions] = await Promise.all([
    loadRanks(ctx.db, ctx.community.id),
    loadRankVersions(ctx),
  ]);
  return {
    edits: can(ctx.actor, "reputation.setRules", null),
    version,
    ranks: ranks.map((rank) => ({
      key: rank.key,
      name: rankName(t, rank),
      asks:
        rank.formula === "" ? t("rules.asksNothing") : capital(t, sayFormulaText(t, rank.formula)),
      formula: rank.formula,
      powers: rank.powers.map((power) => powerWords(t, power)),
    })),
    values: draftValues(ranks),
    metrics: METRICS.map((name) => ({ name, words: capital(t, t(`rules.metric.${name}`)) })),
    versions: versions.map((of) => viewRankVersion(ctx, of)),
  };
}
