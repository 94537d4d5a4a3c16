import { query } from "../database.ts";
import { send } from "../send.ts";
import { IDS } from "./ids.ts";
import { canariesIn, type CanaryCommunity, type Level } from "./make-canaries.ts";

type Searcher = { name: string; session?: string; sees: string[] };

type ApiAnswer = {
  hits: { id: number; title: string }[];
  total: number;
  facets: Record<string, Record<string, number>>;
  didYouMean: string | null;
};

/** Threads that a level's word finds for somebody; nobody finds what isn't published. */
function threadsWith(level: Level, typed: string, sees: string[]): number[] {
  if (!sees.includes(level)) return [];
  if (level === "lounge") return [IDS.inLounge];
  if (level !== "public") return [];
  // The tag of every thread has the public word for its name; phrases are looked for in texts alone.
  const byTag = sees.includes("lounge") && !typed.startsWith('"') ? [IDS.inLounge] : [];
  return [IDS.open, IDS.talk, ...byTag];
}

/** Levels whose words the index holds, and levels that never get there. */
const INDEXED: Level[] = ["public", "lounge", "author", "staff"];
const KEPT_OUT: Level[] = ["member", "self", "never"];

/** The one word of a level's canary, as the index has it. */
const wordOf = (letter: string, level: Level) => `canary${letter}${level}z`.toLowerCase();

/** Ways to type a word so that the index may find it, and whether the word itself is in them. */
function typedWays(word: string): string[] {
  return [
    word,
    `"${word}"`,
    `${word} -nothing`,
    `from:author ${word}`,
    `tag:same-tag ${word}`,
    // Not finished, and mistyped: completions and corrections come from words of every thread.
    word.slice(0, -1),
    `${word.slice(0, -1)}x`,
  ];
}

async function json<T>(origin: string, path: string, searcher: Searcher): Promise<T> {
  const sent = await send(origin, path, { session: searcher.session });
  // A refused search would find no leak either.
  if (sent.status !== 200) throw new Error(`${searcher.name} ${path}: ${sent.status}`);
  return JSON.parse(sent.body) as T;
}

const sorted = (ids: number[]) => ids.toSorted((one, other) => one - other);

/** What the API says that it must not, of one query. */
async function apiLeaks(
  { origin }: CanaryCommunity,
  searcher: Searcher,
  { typed, wanted }: { typed: string; wanted: number[] },
): Promise<string[]> {
  const path = `/api/v1/search?limit=50&q=${encodeURIComponent(typed)}`;
  const answer = await json<ApiAnswer>(origin, path, searcher);
  const ids = sorted(answer.hits.map(({ id }) => id));
  const facets = Object.values(answer.facets).flatMap((counts) => Object.keys(counts));
  const leaks: string[] = [];
  if (ids.join() !== sorted(wanted).join()) leaks.push(`finds ${ids.join(" ") || "nothing"}`);
  if (answer.total !== wanted.length) leaks.push(`counts ${answer.total}`);
  if (wanted.length === 0 && facets.length > 0) leaks.push(`facets ${facets.join(" ")}`);
  if (wanted.length === 0 && answer.didYouMean) leaks.push(`means ${answer.didYouMean}`);
  return leaks.map((leak) => `${searcher.name} ${path} ${leak}`);
}

/** Pages and lists that are searched; what they show beyond what was typed. */
async function shownLeaks(
  { origin, letter }: CanaryCommunity,
  searcher: Searcher,
  typed: string,
): Promise<string[]> {
  const q = encodeURIComponent(typed);
  const paths = [
    `/search?q=${q}`,
    `/search.data?q=${q}`,
    `/search.data?q=${q}&live=typing&_routes=routes%2Fsearch`,
    `/search?q=word&space=${q}`,
    `/search?q=word&tag=${q}`,
    `/search.atom?q=${q}`,
    `/suggest/search?q=${q}`,
    `/suggest/space?title=${q}+word+title&text=${q}`,
    `/ask?title=${q}+word+title`,
    `/api/v1/similar?limit=50&title=${q}+word&body=${q}`,
  ];
  const leaks: string[] = [];
  for (const path of paths) {
    const sent = await send(origin, path, { session: searcher.session });
    if (sent.status !== 200) leaks.push(`${searcher.name} ${path}: ${sent.status}`);
    // What somebody typed is shown to them again.
    const shown = sent.body.replaceAll(new RegExp(typed.replace(/\W/g, "\\W*"), "gi"), "");
    for (const canary of canariesIn(shown)) {
      const [found, level = ""] = canary.split(" ");
      if (found !== letter.toLowerCase() || !searcher.sees.includes(level)) {
        leaks.push(`${searcher.name} ${path}: ${canary}`);
      }
    }
    for (const id of [IDS.held, IDS.hidden, IDS.deleted]) {
      if (shown.includes(`/t/${id}`)) leaks.push(`${searcher.name} ${path}: thread ${id}`);
    }
    if (!searcher.sees.includes("lounge") && /same-lounge|\/t\/770105/.test(shown)) {
      leaks.push(`${searcher.name} ${path}: the lounge`);
    }
  }
  return leaks;
}

/** Everything that searching a community tells somebody who may not know it. */
export async function searchLeaks(
  community: CanaryCommunity,
  searcher: Searcher,
): Promise<string[]> {
  const leaks: string[] = [];
  const letter = community.letter.toLowerCase();
  for (const level of [...INDEXED, ...KEPT_OUT]) {
    const word = wordOf(letter, level);
    await forgetLimits();
    for (const typed of typedWays(word)) {
      const wanted = threadsWith(level, typed, searcher.sees);
      leaks.push(...(await apiLeaks(community, searcher, { typed, wanted })));
    }
    for (const typed of INDEXED.includes(level) ? [word, `${word.slice(0, -1)}x`] : []) {
      leaks.push(...(await shownLeaks(community, searcher, typed)));
    }
  }
  // The other community's word is ours mistyped: as it is, it must be nowhere.
  const foreign = `"${wordOf(letter === "a" ? "b" : "a", "public")}"`;
  leaks.push(...(await apiLeaks(community, searcher, { typed: foreign, wanted: [] })));
  leaks.push(...(await shownLeaks(community, searcher, foreign)));
  return leaks;
}

/** Nobody searches as much as this. */
async function forgetLimits(): Promise<void> {
  await query("delete from rate_limit");
}
