import type { Db } from "#db/client.server.ts";
import { findIndex } from "../postgres/index-state.server.ts";
import { indexStatistics } from "../postgres/index-statistics.server.ts";
import { countsOfWords } from "../postgres/vocabulary.server.ts";
import { plainWords } from "./brand-words.server.ts";
import { stemIn } from "./typed-words.server.ts";

const LANGUAGES = 4;

/**
 * Which of some texts can't be found, for one of their words is in no thread of the community; none
 * before its first index.
 */
export async function textsWithoutThreads(
  db: Db,
  community: { id: number; locale: string },
  texts: string[],
): Promise<Set<string>> {
  const index = await findIndex(db, community.id);
  if (!index || texts.length === 0) return new Set();
  const place = { communityId: community.id, generation: index.live };
  const statistics = await indexStatistics(db, place);
  const languages = [...new Set([...statistics.languages, community.locale])].slice(0, LANGUAGES);
  const words = new Map(texts.map((text) => [text, plainWords(text)]));
  const all = [...words.values()].flat();
  const stem = await stemIn(db, languages, all);
  const forms = (word: string) => [word, ...stem(word).stems];
  const counts = await countsOfWords(db, place, all.flatMap(forms));
  const known = (word: string) =>
    stem(word).stop || forms(word).some((form) => counts(form).documents + counts(form).forms > 0);
  return new Set(texts.filter((text) => !words.get(text)!.every(known)));
}
