import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { loadSettings } from "./load-settings.server.ts";

export type WordListPage = {
  /** `null`: a new one. */
  index: number | null;
  version: number;
  values: { name: string; mode: string; entries: string };
  edits: boolean;
};

/** A word list, or an empty form for a new one, for staff. Throws NotFoundError, ForbiddenError, SignInNeededError. */
export async function getWordList(ctx: Ctx, index: number | null): Promise<WordListPage> {
  assertCan(ctx.actor, "desk.manage", null);
  const { settings, version } = await loadSettings(ctx);
  const edits = can(ctx.actor, "automod.setRules", null);
  if (index === null) {
    return { index, version, values: { name: "", mode: "hold", entries: "" }, edits };
  }
  const list = settings.words.lists[index];
  if (!list) throw new NotFoundError();
  const { name, mode, entries } = list;
  return { index, version, values: { name, mode, entries: entries.join("\n") }, edits };
}
