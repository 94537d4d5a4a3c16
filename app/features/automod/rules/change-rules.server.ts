import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { askTrial } from "./ask-trial.server.ts";
import { loadSettings } from "./load-settings.server.ts";
import { readRules } from "./read-rules.ts";
import { readWordList, withWordList } from "./read-word-list.ts";
import { saveSettings } from "./save-settings.server.ts";

/** `saved`: the new version; `trial`: where what they would have done is found out. */
export type RulesChanged = { saved: number } | { trial: number };

type What = { do: "try" | "save"; version: number };

async function putOrTry(ctx: Ctx, what: What, settings: CheckSettings): Promise<RulesChanged> {
  const { version } = what;
  if (what.do === "try") return { trial: await askTrial(ctx, { settings, version }) };
  return { saved: await saveSettings(ctx, { settings, version }) };
}

/**
 * Tries or saves what was typed into the page of all checks. Throws InvalidError (`check.field`),
 * ConflictError when somebody else changed them since, ForbiddenError, SignInNeededError.
 */
export async function changeRules(ctx: Ctx, what: What, form: FormData): Promise<RulesChanged> {
  assertCan(ctx.actor, "automod.setRules", null);
  const { settings } = await loadSettings(ctx);
  return putOrTry(ctx, what, readRules(form, settings));
}

/**
 * Tries or saves a word list, or takes one out. Throws InvalidError (name, mode, entries),
 * ConflictError when somebody else changed the settings since, ForbiddenError, SignInNeededError.
 */
export async function changeWordList(
  ctx: Ctx,
  given: {
    do: "try" | "save" | "remove";
    version: number;
    list: string;
    name: string;
    mode: string;
    entries: string;
  },
): Promise<RulesChanged> {
  assertCan(ctx.actor, "automod.setRules", null);
  const { settings } = await loadSettings(ctx);
  const index = /^\d{1,2}$/.test(given.list) ? Number(given.list) : null;
  const list = given.do === "remove" ? null : readWordList(given);
  const changed = withWordList(settings, { index, list });
  const verb = given.do === "try" ? "try" : "save";
  return putOrTry(ctx, { do: verb, version: given.version }, changed);
}
