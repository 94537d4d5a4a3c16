import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import { listThreadsById } from "../thread-rows.server.ts";
import type { ThreadRow } from "../thread-view.ts";
import { choosePlace, type Place } from "./choose-place.ts";
import { matchTitles, type TitleMatch } from "./match-titles.server.ts";
import { questionWords } from "./question-words.ts";

export type Suggestions = {
  space: Place | null;
  /** Names of tags. */
  tags: string[];
  /** Threads that may answer it already. */
  similar: Pick<ThreadRow, "id" | "href" | "title" | "stateKey" | "line" | "counts">[];
};

export const NO_SUGGESTIONS: Suggestions = { space: null, tags: [], similar: [] };

const MOST_TAGS = 5;
const MOST_SIMILAR = 5;

/** Tags of the similar threads that several of them have, most often used first. */
async function tagsOfMatches(ctx: Ctx, matches: TitleMatch[], words: string[]): Promise<string[]> {
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
      matches.map((match) => match.id),
    )
    .select(["tag.name", "own.thread_id"])
    .execute();
  const weights = new Map(matches.map((match) => [match.id, match.weight]));
  const byName = new Map<string, { threads: number; weight: number }>();
  for (const { name, thread_id: id } of rows) {
    const known = byName.get(name) ?? { threads: 0, weight: 0 };
    byName.set(name, { threads: known.threads + 1, weight: known.weight + (weights.get(id) ?? 0) });
  }
  return [...byName]
    .filter(([name, { threads }]) => threads > 1 || words.includes(name.toLowerCase()))
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

/** How close a title must be to the best one to be shown beside it. */
const CLOSE = 0.4;
/** One word is enough when it is as rare as this: four titles have it. */
const RARE = 0.5;

function closest(matches: TitleMatch[]): number[] {
  const best = matches[0]?.weight ?? 0;
  return matches
    .filter((match) => match.words > 1 || match.weight >= RARE)
    .filter((match) => match.weight >= best * CLOSE)
    .slice(0, MOST_SIMILAR)
    .map((match) => match.id);
}

/**
 * What the community's own threads say of a question that is being written: where it belongs, its
 * tags, and what may answer it already. Only what the actor may read counts.
 */
export async function suggestPlace(
  ctx: Ctx,
  question: { title: string; text: string },
): Promise<Suggestions> {
  const titleWords = questionWords(question.title);
  const words = questionWords(question.title, question.text);
  if (words.length === 0) return NO_SUGGESTIONS;
  const [matches, ofTitle, spaces] = await Promise.all([
    matchTitles(ctx, words),
    matchTitles(ctx, titleWords),
    postableSpaces(ctx),
  ]);
  const [tags, similar] = await Promise.all([
    tagsOfMatches(ctx, matches, words),
    listThreadsById(ctx, closest(ofTitle)),
  ]);
  return {
    space: choosePlace(matches, spaces, words),
    tags,
    similar: similar.map(({ id, href, title, stateKey, line, counts }) => ({
      id,
      href,
      title,
      stateKey,
      line,
      counts,
    })),
  };
}
