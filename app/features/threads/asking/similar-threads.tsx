import { useEffect, useState } from "react";
import { clickedProps } from "#app/features/insights/clicked.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Act, Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { Hidden } from "#app/ui/layout.tsx";
import { stateLook } from "#app/ui/state.ts";
import { stateOf } from "../components/state-look.ts";
import { keepAsking, type Asking } from "./asking-record.ts";
import type { SimilarThread } from "./suggestions.ts";
import type { Looking, Suggested } from "./use-suggestions.ts";

type Props = {
  suggested: Suggested;
  looking: Looking;
  /** The page's script runs. */
  live: boolean;
  /** A submit was stopped to show them. */
  stopped: boolean;
  asking: Pick<Asking, "once" | "draftKey" | "owner" | "title">;
  /** "None of these": goes on with the form. */
  onNone: () => void;
};

/** Nothing is said of a short wait. */
const PATIENCE = 300;

function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return slow && waiting;
}

/** Threads that may answer a question while it is being written. */
export function SimilarThreads({ suggested, looking, live, stopped, asking, onNone }: Props) {
  const t = useT();
  const [refused, setRefused] = useState<number[]>([]);
  const all = looking === "failed" || (live && looking === "idle") ? [] : suggested.similar;
  const threads = all.some(({ id }) => !refused.includes(id)) ? all : [];
  const { once, draftKey, owner, title } = asking;
  const ids = threads.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (ids === "") return;
    keepAsking({ once, draftKey, owner, title, threads: ids.split(" ").map(Number) });
  }, [once, draftKey, owner, title, ids]);
  const slow = useSlow(looking === "waiting" && threads.length === 0);
  const isNew = looking === "found" && all.length === 0;
  return (
    <>
      <output className={isNew ? "pl-hint pl-cands__new" : "pl-hide"}>
        {threads.length > 0 ? t("ask.similarFound", { count: threads.length }) : ""}
        {isNew ? t("ask.similarNew") : ""}
      </output>
      {slow ? (
        <div className="pl-cands__wait" aria-hidden="true">
          <i />
          <i />
        </div>
      ) : null}
      {threads.length > 0 ? (
        <section className="pl-cands" aria-labelledby="similar-title">
          <header>
            <h2 className="pl-h-rail" id="similar-title" tabIndex={-1}>
              {t("ask.similarTitle")}
            </h2>
            <span className="pl-meta">{t("ask.similarCount", { count: threads.length })}</span>
          </header>
          {threads.map((thread, index) => (
            <Candidate
              key={thread.id}
              thread={thread}
              open={stopped && index === 0}
              live={live}
              search={suggested.search}
            />
          ))}
          {live ? (
            <p className="pl-cands__f">
              <Act
                type="button"
                label={t("ask.similarNone")}
                onClick={() => {
                  setRefused(all.map(({ id }) => id));
                  onNone();
                }}
              />
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

type CandidateProps = {
  thread: SimilarThread;
  open: boolean;
  live: boolean;
  search: string | null;
};

function Candidate({ thread, open, live, search }: CandidateProps) {
  const t = useT();
  const { key, label } = stateOf(t, thread.stateKey);
  const { icon, className } = stateLook(key);
  const { line, counts } = thread;
  // Without a script nothing keeps what is typed: the thread opens beside it.
  const beside = live ? {} : { target: "_blank", rel: "noopener" };
  return (
    <details className={joinClasses("pl-cand", className)} name="similar" open={open}>
      <summary>
        <Icon name={icon} />
        <Hidden>{label}</Hidden>
        <span className="pl-cand__t" dir="auto">
          {thread.title}
          {line ? <span className="pl-cand__l">{line.text}</span> : null}
        </span>
        {counts.sameHere > 0 ? (
          <span className="pl-meta pl-only-wide">
            {t("ask.similarHave", { count: counts.sameHere })}
          </span>
        ) : null}
        <Icon name="chev-d" size={16} />
      </summary>
      <div className="pl-cand__b">
        <p dir="auto">{line ? line.text : t("ask.similarOpen")}</p>
        {line ? (
          <p className="pl-meta">
            {t("ask.similarBy", { official: line.official ? "yes" : "no", name: line.who })}
          </p>
        ) : null}
        <div className="pl-btns">
          {line ? (
            <Button
              size="sm"
              icon="check"
              name="threadId"
              value={thread.id}
              formAction="/ask/solved"
              formMethod="post"
              formNoValidate
            >
              {t("ask.similarSolved")} <Hidden>{thread.title}</Hidden>
            </Button>
          ) : null}
          <a href={thread.href} {...beside} {...clickedProps(search, thread.id)}>
            {t("ask.similarRead")} <Hidden>{thread.title}</Hidden>
          </a>
        </div>
      </div>
    </details>
  );
}
