import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import { analyseTexts } from "#search/analysis/analyse-text.server.ts";
import { detectLanguage } from "#search/analysis/detect-language.ts";
import { fold } from "#search/analysis/fold.ts";
import { splitWords } from "#search/analysis/split-words.ts";
import { matchSimilar, type VisibleSimilar } from "../searching/match-similar.server.ts";
import { listThreadsById } from "../thread-rows.server.ts";
import { choosePlace, type Place } from "./choose-place.ts";
import { isEnough } from "./enough-title.ts";
import { NO_SUGGESTIONS, type Suggestions } from "./suggestions.ts";

const MOST_TAGS = 5;
const MOST_SIMILAR = 5;
/** Matches come in an order that counts votes: as many are looked at as may stand before the nearest. */
const MATCHES = 200;
/** Threads that say where a question belongs. */
const TELLERS = 20;
/** What a thread's words must be worth beside the best one's, for it to say anything. */
const TELLING = 0.4;
const SHORTEST_NAME = 3;

type Words = { has: (text: string) => boolean };

/** Tags of the similar threads that several of them have, or that are named; most telling first. */
async function tagsOfMatches(ctx: Ctx, matches: VisibleSimilar[], named: Words): Promise<string[]> {
  if (matches.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("thread_tag as own")
    .innerJoin("tag", (join) =>
      join.onRef("tag.community_id", "=", "own.community_id").onRef("tag.id", "=", "own.tag_id"),
    )
    .where("own.community_id", "=", ctx.community.id)
    .where(
      "own.thread_id",
      "in",
      matches.map(({ thread }) => thread.id),
    )
    .select(["tag.name", "own.thread_id"])
    .execute();
  const weights = new Map(matches.map(({ thread, text }) => [thread.id, text]));
  const byName = new Map<string, { threads: number; weight: number }>();
  for (const { name, thread_id: id } of rows) {
    const known = byName.get(name) ?? { threads: 0, weight: 0 };
    byName.set(name, { threads: known.threads + 1, weight: known.weight + (weights.get(id) ?? 0) });
  }
  return [...byName]
    .filter(([name, { threads }]) => threads > 1 || named.has(name))
    .sort(([, a], [, b]) => b.weight - a.weight)
    .map(([name]) => name)
    .slice(0, MOST_TAGS);
}

/** The actor's spaces to post in; a guest's are those of any member. */
async function postableSpaces(ctx: Ctx): Promise<Place[]> {
  const spaces = await listSpaces(ctx);
  return spaces
    .filter((space) =>
      ctx.actor.kind === "guest" ? atLeast("member", space.postRole) : space.postable,
    )
    .map(({ slug, name }) => ({ slug, name }));
}

/** Names of which a telling word stands in the question. */
async function namesIn(ctx: Ctx, question: string, names: string[]): Promise<Words> {
  const language = detectLanguage(question, ctx.community.locale);
  const [asked, ...given] = await analyseTexts(ctx.db, language, [question, ...names]);
  const found = names.filter((_, index) =>
    [...given[index]!.terms.keys()].some(
      (term) => term.length >= SHORTEST_NAME && asked!.terms.has(term),
    ),
  );
  return new Set(found);
}

async function similarOf(ctx: Ctx, title: string, matches: VisibleSimilar[]) {
  if (!isEnough(title)) return [];
  const near = matches.filter((match) => match.near !== "far").slice(0, MOST_SIMILAR);
  const very = new Set(near.flatMap((match) => (match.near === "very" ? [match.thread.id] : [])));
  const rows = await listThreadsById(
    ctx,
    near.map(({ thread }) => thread.id),
  );
  return rows.map(({ id, href, title: of, stateKey, line, counts }) => {
    return { id, href, title: of, stateKey, line, counts, answers: line !== null && very.has(id) };
  });
}

/**
 * What the community's own threads say of a question that is being written: where it belongs, its
 * tags, and what may answer it already. Only what the actor may read counts.
 */
export async function suggestPlace(
  ctx: Ctx,
  question: { title: string; text: string },
): Promise<Suggestions> {
  const { title, text } = question;
  if (`${title}${text}`.trim() === "") return NO_SUGGESTIONS;
  const [matches, spaces] = await Promise.all([
    matchSimilar(ctx, { title, body: text, limit: MATCHES }),
    postableSpaces(ctx),
  ]);
  const words = new Set(splitWords(`${title}\n${text}`).map((word) => word.text));
  const byWords = matches.toSorted((a, b) => b.text - a.text).slice(0, TELLERS);
  const telling = byWords.filter((match) => match.text >= TELLING * byWords[0]!.text);
  const named = await namesIn(
    ctx,
    `${title}\n${text}`,
    spaces.map(({ name }) => name),
  );
  const [tags, similar] = await Promise.all([
    tagsOfMatches(ctx, telling, { has: (name) => words.has(fold(name)) }),
    similarOf(ctx, title, matches),
  ]);
  const cast = telling.map((match) => ({
    spaceSlug: match.thread.space_slug,
    weight: match.text,
  }));
  return { space: choosePlace(cast, spaces, (name) => named.has(name)), tags, similar };
}
