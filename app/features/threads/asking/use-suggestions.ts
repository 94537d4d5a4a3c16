import { useEffect, useRef, useState } from "react";
import { hidePersonal } from "#app/lib/hide-personal.ts";
import { isEnough } from "./enough-title.ts";
import type { Suggestions } from "./suggestions.ts";
import type { Question } from "./use-question.ts";

/** As the server sends them; `search` is the token of the search that was made. */
export type Suggested = Suggestions & { search: string | null };

/** `idle` before there is enough to look for, `failed` without an answer: nothing is shown then. */
export type Looking = "idle" | "waiting" | "found" | "failed";

/** What of a text leaves the page before it is posted; most of it is in its beginning. */
const SENT = 800;

async function fetchSuggestions(address: string, signal: AbortSignal): Promise<Suggested | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal });
    return response.ok ? ((await response.json()) as Suggested) : null;
  } catch {
    return null;
  }
}

/** A text without what is somebody's own: it goes into an address. */
const sendable = (text: string): string => hidePersonal(text.slice(0, SENT)).trim();

/**
 * What the community's threads say of a question that is being written, asked for when typing rests.
 * Without an answer the space and tags suggested before stay, and no threads are shown.
 */
export function useSuggestions(
  question: Question | null,
  first: Suggestions,
): { suggestions: Suggested; looking: Looking } {
  const [suggestions, setSuggestions] = useState<Suggested>({ ...first, search: null });
  const [answer, setAnswer] = useState<{ to: string; found: boolean } | null>(null);
  const search = useRef<string | null>(null);
  const title = question ? sendable(question.title) : "";
  const text = question ? sendable(question.body) : "";
  const asked = new URLSearchParams({ title, text }).toString();
  const empty = title === "" && text === "";
  useEffect(() => {
    if (empty) return undefined;
    const stop = new AbortController();
    const goesOn = search.current ? `&replaces=${encodeURIComponent(search.current)}` : "";
    void fetchSuggestions(`/suggest/space?${asked}${goesOn}`, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      if (found) setSuggestions(found);
      if (found?.search) search.current = found.search;
      setAnswer({ to: asked, found: found !== null });
    });
    return () => stop.abort();
  }, [asked, empty]);
  if (!isEnough(title)) return { suggestions, looking: "idle" };
  if (answer?.to !== asked) return { suggestions, looking: "waiting" };
  return { suggestions, looking: answer.found ? "found" : "failed" };
}
