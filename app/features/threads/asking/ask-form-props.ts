import type { Personal } from "#app/lib/find-personal.ts";
import type { Failure } from "../components/reply-form.tsx";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import type { AskForm } from "../get-ask-form.server.ts";
import type { useQuestion } from "./use-question.ts";
import type { useSuggestions } from "./use-suggestions.ts";

export type AskFormProps = {
  ask: AskForm;
  /** What stands in the form at first, by name. */
  start: Record<string, string>;
  watched: ReturnType<typeof useQuestion>;
  suggested: ReturnType<typeof useSuggestions>;
  /** A submit was stopped once, to show what may answer it. */
  stopped: boolean;
  personal: Personal[];
  idempotencyKey: string;
  draftKey: string;
  draft: DraftView | null;
  failure: Failure;
};

/** Without JavaScript the browser brings the first control in question into view. */
export function startsOn(failure: Failure, name: string): { autoFocus?: true } {
  return Object.keys(failure?.fields ?? {})[0] === name ? { autoFocus: true } : {};
}
