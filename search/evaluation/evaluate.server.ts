import type { SearchEngine, ThreadDocument } from "../port.ts";
import { measure, type Measures } from "./measure.ts";
import type { EvaluationSet } from "./read-sets.server.ts";

/** The age of what is searched plays no part in the sets. */
const NOW = new Date("2020-01-01T00:00:00Z");
const AT_ONCE = 4;

export type Evaluated = Measures & { milliseconds: number[] };

/** Asks an engine that holds the set's documents for what is similar to each query, and measures it. */
export async function evaluate(
  engine: Pick<SearchEngine, "similar">,
  communityId: number,
  { documents, queries }: EvaluationSet,
): Promise<Evaluated> {
  const idOf = new Map(documents.map(({ id, document }) => [document.threadId, id]));
  const milliseconds: number[] = [];
  const results: { ranking: string[]; wanted: Set<string> }[] = [];
  const waiting = [...queries];
  const ask = async (): Promise<void> => {
    for (let query = waiting.shift(); query; query = waiting.shift()) {
      const start = performance.now();
      const found = await engine.similar({
        communityId,
        locale: "en",
        spaceIds: [1],
        title: query.text,
        ...(query.before ? { before: query.before } : {}),
        limit: 10,
        now: NOW,
      });
      milliseconds.push(performance.now() - start);
      const ranking = found.map(({ threadId }) => idOf.get(threadId) ?? "");
      results.push({ ranking, wanted: query.wanted });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { ...measure(results), milliseconds: milliseconds.sort((a, b) => a - b) };
}

/** Documents in batches, as a rebuild takes them. */
export async function* inBatches(documents: ThreadDocument[], size = 250) {
  for (let at = 0; at < documents.length; at += size) {
    yield await Promise.resolve(
      documents
        .slice(at, at + size)
        .map((document) => ({ threadId: document.threadId, version: 1, document })),
    );
  }
}
