import { clickedProps } from "#app/features/insights/clicked.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { dotItems } from "#app/ui/layout.tsx";
import { StateWord } from "#app/ui/pill.tsx";
import { stateLook } from "#app/ui/state.ts";
import { Time } from "#app/ui/time.tsx";
import { stateOf } from "../components/state-look.ts";
import { MarkedText } from "./marked-text.tsx";
import type { SearchResultView } from "./search-page-view.ts";

type Props = { result: SearchResultView; token: string | null };

/** A thread that was found: its title and where the words stand, its answer, what it is. */
export function SearchResult({ result, token }: Props) {
  const t = useT();
  const state = stateOf(t, result.stateKey);
  const { icon, className } = stateLook(state.key);
  return (
    <li className={joinClasses("pl-row pl-res", className)}>
      <Icon name={icon} />
      <div>
        <h3 className="pl-row__t">
          <a href={result.href} data-result dir="auto" {...clickedProps(token, result.id)}>
            <MarkedText parts={result.title} />
          </a>
        </h3>
        <Excerpt result={result} token={token} />
        <AnswerLine result={result} token={token} />
        <p className="pl-row__m pl-meta pl-dots">
          <span>
            <StateWord state={state.key} label={state.label} />
          </span>
          <ResultFacts result={result} />
        </p>
      </div>
    </li>
  );
}

/** Where a result is, when it was started, how many have it, how many replied. */
function ResultFacts({ result }: { result: SearchResultView }) {
  const t = useT();
  const { sameHere, replies } = result.counts;
  const having = result.kind === "idea" ? "search.wantThis" : "search.haveThis";
  return dotItems([
    <span key="space" dir="auto">
      {result.space.name}
    </span>,
    <Time key="at" {...result.at} />,
    sameHere > 0 ? t(having, { count: sameHere }) : null,
    replies > 0 ? t("search.replies", { count: replies }) : null,
  ]);
}

function Excerpt({ result, token }: Props) {
  const t = useT();
  const { excerpt } = result;
  if (!excerpt) return null;
  const { answer, parts } = excerpt;
  return (
    <p className="pl-row__a pl-res__x" dir="auto">
      {answer ? (
        <>
          <a className="pl-res__in" href={answer.href} {...clickedProps(token, result.id)}>
            {t("search.answerBy", { name: answer.who })}
          </a>{" "}
        </>
      ) : null}
      <MarkedText parts={parts} />
    </p>
  );
}

function AnswerLine({ result, token }: Props) {
  const { line } = result;
  if (!line) return null;
  const said = (
    <>
      <b>{line.who}:</b> <MarkedText parts={line.parts} />
    </>
  );
  return (
    <div className={joinClasses("pl-res__a", line.official && "pl-res__a--official")}>
      <Icon name={line.official ? "official" : "check"} size={16} />
      <p dir="auto">
        {line.href === null ? (
          said
        ) : (
          <a className="pl-res__in" href={line.href} {...clickedProps(token, result.id)}>
            {said}
          </a>
        )}
      </p>
    </div>
  );
}
