import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { ThreadDocument } from "#search/port.ts";
import { inBatches } from "#search/evaluation/evaluate.server.ts";
import { embeddedEngine } from "#search/postgres/embedded-engine.server.ts";
import { rebuildFrom } from "#search/postgres/rebuild-index.server.ts";

const THREADS = 25_000;
const WORDS = 12_000;
const QUERIES = 300;
const NOW = new Date("2026-06-01T12:00:00Z");

/** The same numbers each time, 0 to 1. */
function randomly(): () => number {
  let state = 11;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu".split(
    " ",
  );

/** Words by rank; the n-th is used about 1/n as often as the first (Zipf), as in what people write. */
class Language {
  readonly #next = randomly();
  readonly #words = Array.from({ length: WORDS }, () => {
    const syllables = 2 + Math.floor(this.#next() * 4);
    return Array.from(
      { length: syllables },
      () => SYLLABLES[Math.floor(this.#next() * SYLLABLES.length)]!,
    ).join("");
  });

  word(): string {
    return this.#words[Math.floor(WORDS ** this.#next()) - 1]!;
  }

  text(words: number): string {
    return Array.from({ length: words }, () => this.word()).join(" ");
  }

  pick(most: number): number {
    return Math.floor(this.#next() * most);
  }
}

function documents(language: Language): ThreadDocument[] {
  return Array.from({ length: THREADS }, (_, index): ThreadDocument => {
    const at = new Date(NOW.getTime() - index * 600_000);
    return {
      threadId: index + 1,
      version: 1,
      language: "en",
      title: language.text(5 + language.pick(8)),
      opening: language.text(30 + language.pick(120)),
      accepted: index % 3 === 0 ? language.text(60) : "",
      answers: language.text(language.pick(200)),
      tags: [],
      spaceId: 1,
      spaceSlug: "general",
      kind: "question",
      status: "open",
      solved: index % 3 === 0,
      official: false,
      helpful: language.pick(20),
      authorId: null,
      createdAt: at,
      activeAt: at,
      externalId: null,
    };
  });
}

type Times = { name: string; times: number[] };

async function time(name: string, ask: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return { name, times: times.sort((a, b) => a - b) };
}

/** Measures the embedded search on 25,000 generated threads, in a community of its own. */
export async function benchSearch(db: Db, print: (line: string) => void): Promise<void> {
  const { id } = await db
    .insertInto("community")
    .values({ slug: "bench-search", name: "Bench search" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const language = new Language();
  const all = documents(language);
  const start = Date.now();
  await rebuildFrom(db, id, inBatches(all));
  await sql`vacuum analyze search_document, search_text, search_word`.execute(db);
  print(`search: ${THREADS} threads indexed in ${((Date.now() - start) / 1_000).toFixed(1)} s`);
  const engine = embeddedEngine(db);
  const base = { communityId: id, locale: "en", spaceIds: [1], now: NOW };
  const typed = (query: string) => engine.search({ ...base, query, typing: true, limit: 8 });
  const swapped = (word: string) => word.slice(0, 2) + word[3]! + word[2]! + word.slice(4);
  const measured = [
    await time("as you type, 2 letters", () => typed(language.word().slice(0, 2))),
    await time("as you type, a word and 3 letters", () =>
      typed(`${language.word()} ${language.word().slice(0, 3)}`),
    ),
    await time("as you type, a typo", () =>
      typed(`${swapped(language.word())} ${language.word()}`),
    ),
    await time("search, three words", () =>
      engine.search({ ...base, query: language.text(3), limit: 1_000 }),
    ),
    await time("similar, a title", () =>
      engine.similar({ ...base, title: all[language.pick(THREADS)]!.title, limit: 5 }),
    ),
    await time("similar, a title and a text", () => {
      const document = all[language.pick(THREADS)]!;
      return engine.similar({ ...base, title: document.title, body: document.opening, limit: 5 });
    }),
  ];
  for (const { name, times } of measured) {
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1).padStart(6);
    print(`${name.padEnd(36)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
  }
}
