import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, type ErrorMessage } from "#app/lib/errors.ts";
import { queryKey } from "#search/postgres/list-pinned.server.ts";
import { changedBy, changeWords } from "./change-words.server.ts";
import { lineErrors } from "./line-errors.ts";
import { readList } from "./read-pasted.ts";
import type { WordRulesForm } from "./word-forms.ts";
import { WORD_LIMITS } from "./word-limits.ts";

type Known = { word: string; rule: "keep" | "stop" };

function troubleOf(text: string, rule: Known["rule"], other: Set<string>): ErrorMessage | null {
  const key = queryKey(text);
  if (text.length > WORD_LIMITS.ruleLength) {
    return { key: "error.tooLong", params: { max: WORD_LIMITS.ruleLength } };
  }
  if (key === "") return { key: "words.nothingToFind" };
  if (rule === "stop" && key.includes(" ")) return { key: "words.oneWord" };
  if (other.has(key)) return { key: rule === "stop" ? "words.isAName" : "words.isAStopWord" };
  return null;
}

/**
 * Adds product names that are never corrected, or stop words, one a line; those that are there already
 * stay. All or, when a line is wrong, none. Throws InvalidError (`line-N`), ConflictError,
 * SignInNeededError, ForbiddenError.
 */
export async function addWordRules(ctx: Ctx, { rule, list }: WordRulesForm): Promise<void> {
  const lines = readList(list);
  await changeWords(ctx, async (tx) => {
    if (lines.length === 0) throw new InvalidError({ list: { key: "words.noLines" } });
    const known: Known[] = await tx
      .selectFrom("search_word_rule")
      .select(["word", "rule"])
      .where("community_id", "=", ctx.community.id)
      .execute();
    const keysOf = (wanted: boolean) =>
      new Set(known.filter((k) => (k.rule === rule) === wanted).map(({ word }) => queryKey(word)));
    const [own, other] = [keysOf(true), keysOf(false)];
    const troubles = lines.flatMap(({ line, text }) => {
      const message = troubleOf(text, rule, other);
      return message ? [{ line, text, message }] : [];
    });
    if (troubles.length > 0) throw lineErrors(ctx.t, troubles);
    const added = new Map(
      lines.map(({ text }) => [queryKey(text), text] as const).filter(([key]) => !own.has(key)),
    );
    const max = WORD_LIMITS.rules;
    if (own.size + added.size > max) {
      throw new ConflictError("too_many_words", { key: "words.tooManyRules", params: { max } });
    }
    if (added.size === 0) return;
    await tx
      .insertInto("search_word_rule")
      .values(
        [...added.values()].map((word) => ({
          community_id: ctx.community.id,
          word,
          rule,
          ...changedBy(ctx),
        })),
      )
      .execute();
  });
}
