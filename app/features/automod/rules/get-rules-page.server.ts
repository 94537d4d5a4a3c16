import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { listChanges, type RuleChange } from "./list-changes.server.ts";
import { loadSettings } from "./load-settings.server.ts";
import { valuesOf } from "./rule-values.ts";

export type ListLine = { index: number; name: string; mode: string; entries: number };

export type RulesPage = {
  /** Of what is in force; a change names the one it was made from. */
  version: number;
  /** What stands in the fields. */
  values: Record<string, string>;
  hasSecret: boolean;
  lists: ListLine[];
  changes: RuleChange[];
  edits: boolean;
};

/**
 * What automod is set to, for staff; `tried`: with what was tried in the fields. Throws
 * ForbiddenError, SignInNeededError.
 */
export async function getRulesPage(
  ctx: Ctx,
  { tried }: { tried?: CheckSettings | undefined } = {},
): Promise<RulesPage> {
  assertCan(ctx.actor, "desk.manage", null);
  const { settings, version } = await loadSettings(ctx);
  return {
    version,
    values: valuesOf(tried ?? settings),
    hasSecret: settings.outside.secret !== "",
    lists: settings.words.lists.map(({ name, mode, entries }, index) => ({
      index,
      name,
      mode,
      entries: entries.length,
    })),
    changes: await listChanges(ctx),
    edits: can(ctx.actor, "automod.setRules", null),
  };
}
