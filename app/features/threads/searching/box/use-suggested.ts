import { useEffect, useState } from "react";
import type { SuggestedThreads } from "./suggest-threads.server.ts";
import { areEnough } from "./typed-words.ts";

/** What was found, and for which words. */
export type Suggested = SuggestedThreads & { words: string };

const PAUSE = 120;
const MOST_KEPT = 30;
/** A thread may be hidden meanwhile. */
const KEPT_MS = 60_000;

const kept = new Map<string, { found: Suggested; at: number }>();

function recall(words: string): Suggested | null {
  const one = kept.get(words);
  return one && performance.now() - one.at < KEPT_MS ? one.found : null;
}

function remember(found: Suggested): void {
  kept.delete(found.words);
  kept.set(found.words, { found, at: performance.now() });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest!);
}

async function load(words: string, signal: AbortSignal): Promise<Suggested> {
  const query = new URLSearchParams({ q: words }).toString();
  const headers = { Accept: "application/json" };
  const answer = await fetch(`/suggest/search?${query}`, { headers, signal });
  if (!answer.ok) throw new Error(`suggestions: ${answer.status}`);
  return { ...((await answer.json()) as SuggestedThreads), words };
}

/**
 * Threads for what is typed, a moment after the last key; while more is typed, those of before. `null`
 * as long as nothing is known: too little is typed, or the server doesn't say.
 */
export function useSuggested(words: string): Suggested | null {
  const [found, setFound] = useState<Suggested | null>(null);
  useEffect(() => {
    const known = recall(words);
    const stop = new AbortController();
    const show = (answer: Suggested | null) => {
      if (!stop.signal.aborted) setFound(answer);
    };
    const look = () => {
      if (known || !areEnough(words)) return show(known);
      load(words, stop.signal).then(
        (answer) => {
          remember(answer);
          show(answer);
        },
        // Without suggestions the box still searches.
        () => show(null),
      );
    };
    const timer = setTimeout(look, known ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return areEnough(words) ? found : null;
}
