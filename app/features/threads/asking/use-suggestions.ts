import { useEffect, useState } from "react";
import { questionWords } from "./question-words.ts";
import type { Suggestions } from "./suggest-place.server.ts";
import type { Question } from "./use-question.ts";

const REST = 300;

async function fetchSuggestions(address: string, signal: AbortSignal): Promise<Suggestions | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal });
    return response.ok ? ((await response.json()) as Suggestions) : null;
  } catch {
    return null;
  }
}

/**
 * What the community's threads say of a question that is being written. Only the words it is about
 * leave the page; without an answer what was suggested before stays.
 */
export function useSuggestions(question: Question | null, first: Suggestions): Suggestions {
  const [suggestions, setSuggestions] = useState(first);
  const title = question ? questionWords(question.title).join(" ") : "";
  const all = question ? questionWords(question.title, question.body).join(" ") : "";
  useEffect(() => {
    if (all === "") return undefined;
    const stop = new AbortController();
    const query = new URLSearchParams({ title, text: all }).toString();
    const timer = setTimeout(() => {
      void fetchSuggestions(`/suggest/space?${query}`, stop.signal).then((found) => {
        if (found && !stop.signal.aborted) setSuggestions(found);
      });
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [title, all]);
  return suggestions;
}
