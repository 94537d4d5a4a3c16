import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { textsWithoutThreads } from "#search/query/unknown-words.server.ts";
import { listChanges, type ChangeView } from "./list-changes.server.ts";

export type SynonymRow = {
  id: number;
  words: string;
  means: string;
  bothWays: boolean;
  /** Nothing can be found by it: its words are in no thread. */
  idle: boolean;
  change: ChangeView;
};

export type RuleRow = { word: string; change: ChangeView };

export type WordsAsked = {
  /** What a synonym has to hold. */
  find: string;
  /** Only those that find nothing. */
  idle: boolean;
  /** Part of the list, from 1. */
  part: number;
};

export type WordsPage = {
  synonyms: SynonymRow[];
  /** All there are, those that fit the filter, and those that find nothing. */
  counts: { all: number; matching: number; idle: number };
  /** The part shown, and how many parts there are. */
  part: { number: number; of: number };
  asked: { find: string; idle: boolean };
  names: RuleRow[];
  stopWords: RuleRow[];
};

const SHOWN = 50;

async function allSynonyms(ctx: Ctx): Promise<SynonymRow[]> {
  const rows = await ctx.db
    .selectFrom("search_synonym")
    .select(["id", "words", "means", "both_ways", "updated_by", "updated_at"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("id", "desc")
    .execute();
  const sides = rows.flatMap(({ words, means, both_ways }) => (both_ways ? [words, means] : means));
  const [unknown, change] = await Promise.all([
    textsWithoutThreads(ctx.db, ctx.community, sides),
    listChanges(ctx, rows),
  ]);
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    means: row.means,
    bothWays: row.both_ways,
    idle: unknown.has(row.means) && (!row.both_ways || unknown.has(row.words)),
    change: change(row),
  }));
}

async function allRules(ctx: Ctx): Promise<{ names: RuleRow[]; stopWords: RuleRow[] }> {
  const rows = await ctx.db
    .selectFrom("search_word_rule")
    .select(["word", "rule", "updated_by", "updated_at"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("word")
    .execute();
  const change = await listChanges(ctx, rows);
  const ruled = (rule: "keep" | "stop") =>
    rows.filter((row) => row.rule === rule).map((row) => ({ word: row.word, change: change(row) }));
  return { names: ruled("keep"), stopWords: ruled("stop") };
}

/** The words of the brand, for staff. Throws SignInNeededError, ForbiddenError. */
export async function getWordsPage(ctx: Ctx, asked: WordsAsked): Promise<WordsPage> {
  assertCan(ctx.actor, "tune_search", null);
  const [all, rules] = await Promise.all([allSynonyms(ctx), allRules(ctx)]);
  const find = asked.find.trim();
  const matching = all.filter(
    ({ words, means, idle }) =>
      `${words}\n${means}`.toLowerCase().includes(find.toLowerCase()) && (idle || !asked.idle),
  );
  const of = Math.max(1, Math.ceil(matching.length / SHOWN));
  const number = Math.min(of, Math.max(1, Math.floor(asked.part) || 1));
  return {
    synonyms: matching.slice((number - 1) * SHOWN, number * SHOWN),
    counts: {
      all: all.length,
      matching: matching.length,
      idle: all.filter(({ idle }) => idle).length,
    },
    part: { number, of },
    asked: { find, idle: asked.idle },
    ...rules,
  };
}
