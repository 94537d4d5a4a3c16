import { getLog } from "#app/lib/log.server.ts";
import type { SearchEngine } from "./port.ts";

/** After a failure the first engine is left alone for so long. */
const REST = 5_000;
/** A slower answer is not waited for. */
const PATIENCE = 500;

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const restsUntil = new Map<SearchEngine["name"], number>();

/**
 * Asks the first engine, and the second where the first fails or is slow; then the first is not asked
 * for some seconds, so that no search waits for it. Writes go to both by their own ways.
 */
export function fallingBack(first: SearchEngine, second: SearchEngine): SearchEngine {
  const ask = async <T>(of: (engine: SearchEngine) => Promise<T>): Promise<T> => {
    if ((restsUntil.get(first.name) ?? 0) > Date.now()) return of(second);
    try {
      return await within(of(first));
    } catch (error) {
      restsUntil.set(first.name, Date.now() + REST);
      getLog().warn({ engine: first.name, reason: (error as Error).message }, "search fell back");
      return of(second);
    }
  };
  return {
    name: first.name,
    search: async (input) => {
      const found = await ask((engine) => engine.search(input));
      return { ...found, behind: found.behind || found.engine !== first.name };
    },
    similar: (input) => ask((engine) => engine.similar(input)),
    write: (communityId, changes) => second.write(communityId, changes),
  };
}
