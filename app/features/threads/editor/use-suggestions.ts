import { useEffect, useState } from "react";

/** A member as `/suggest/members` sends them. */
export interface Suggested {
  id: number;
  handle: string;
  name: string;
  hue: number;
}

const PAUSE = 120;
const NONE: Suggested[] = [];

async function load(query: string, signal: AbortSignal): Promise<Suggested[]> {
  const answer = await fetch(`/suggest/members?${new URLSearchParams({ q: query }).toString()}`, {
    signal,
  });
  return answer.ok ? ((await answer.json()) as Suggested[]) : NONE;
}

/** Members for what is typed after an `@`, a moment after the last key; none while `query` is null. */
export function useSuggestions(query: string | null): Suggested[] {
  const [found, setFound] = useState<{ query: string; members: Suggested[] } | null>(null);
  useEffect(() => {
    if (query === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      load(query, stop.signal).then(
        (members) => setFound({ query, members }),
        // Without suggestions a name can still be typed.
        () => setFound(null),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  // While one types on, what was found for the beginning stays.
  const fits = found !== null && query !== null && query.startsWith(found.query);
  return fits ? found.members : NONE;
}
