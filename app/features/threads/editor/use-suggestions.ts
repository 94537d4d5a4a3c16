import { useEffect, useState } from "react";
import type { SuggestionPlace } from "./suggestion-place.ts";

/** A member as `/suggest/members` sends them. */
export interface SuggestedMember {
  id: number;
  handle: string;
  name: string;
  hue: number;
}

/** A tag as `/suggest/tags` sends them. */
export interface SuggestedTag {
  slug: string;
  name: string;
}

export type Suggested =
  { kind: "member"; member: SuggestedMember } | { kind: "tag"; tag: SuggestedTag };

const PAUSE = 120;
const NONE: Suggested[] = [];

async function load(kind: Suggested["kind"], q: string, signal: AbortSignal): Promise<Suggested[]> {
  const query = new URLSearchParams({ q }).toString();
  const answer = await fetch(`/suggest/${kind}s?${query}`, { signal });
  if (!answer.ok) return NONE;
  const found: unknown = await answer.json();
  return kind === "member"
    ? (found as SuggestedMember[]).map((member) => ({ kind, member }))
    : (found as SuggestedTag[]).map((tag) => ({ kind, tag }));
}

type Wanted = Pick<SuggestionPlace, "kind" | "query">;

/** What fits what is typed after an `@` or `#`, a moment after the last key; nothing without a place. */
export function useSuggestions(place: Wanted | null): Suggested[] {
  const [found, setFound] = useState<(Wanted & { all: Suggested[] }) | null>(null);
  const kind = place?.kind;
  const query = place?.query;
  useEffect(() => {
    if (kind === undefined || query === undefined) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      load(kind, query, stop.signal).then(
        (all) => setFound({ kind, query, all }),
        // Without suggestions a name can still be typed.
        () => setFound(null),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [kind, query]);
  // While one types on, what was found for the beginning stays.
  const fits = found !== null && found.kind === kind && query?.startsWith(found.query) === true;
  return fits ? found.all : NONE;
}
