import { useT } from "#app/i18n/use-t.tsx";
import { Split } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { AskChecklist } from "../asking/ask-checklist.tsx";
import { AskForm } from "../asking/ask-form.tsx";
import { checkQuestion } from "../asking/check-question.ts";
import type { Suggestions } from "../asking/suggestions.ts";
import { useQuestion } from "../asking/use-question.ts";
import { useSuggestions } from "../asking/use-suggestions.ts";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import type { AskForm as AskFormView } from "../get-ask-form.server.ts";
import type { Failure } from "./reply-form.tsx";
import "../asking/ask.css";

type Props = {
  ask: AskFormView;
  given: { title: string; space: string; kind: string };
  idempotencyKey: string;
  draftKey: string;
  draft: DraftView | null;
  failure: Failure;
  /** What stands in the form when it was only asked to be shown again. */
  shown: Record<string, string> | null;
  suggestions: Suggestions;
  /** A submit was stopped once, to show what may answer it. */
  stopped: boolean;
};

/** A draft → what stands in the form; only what was typed, so that the rest is as given. */
function typedIn(draft: DraftView | null): Record<string, string> {
  if (!draft) return {};
  const { title, body, spaceSlug, tags, kind, tried, details } = draft;
  const texts = Object.entries({ title, body, spaceSlug, tags, kind, tried, ...details });
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

/** The page to ask on: what one writes, what it still needs, and what may answer it already. */
export function AskView(props: Props) {
  const t = useT();
  const { given, draft, failure, shown } = props;
  const start: Record<string, string> = {
    title: given.title,
    spaceSlug: given.space,
    kind: given.kind,
    ...(failure?.values ?? shown ?? typedIn(draft)),
  };
  const watched = useQuestion(start);
  const suggested = useSuggestions(watched.question, props.suggestions);
  const checked = watched.question && checkQuestion(watched.question);
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={t("ask.title")} lead={t("ask.lead")} />
      <Split
        main={
          <AskForm
            {...props}
            start={start}
            watched={watched}
            suggested={suggested}
            personal={checked?.personal ?? []}
          />
        }
        rail={<AskChecklist checked={checked} />}
      />
    </div>
  );
}
