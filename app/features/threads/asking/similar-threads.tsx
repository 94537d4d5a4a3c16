import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { Hidden } from "#app/ui/layout.tsx";
import { stateLook } from "#app/ui/state.ts";
import { stateOf } from "../components/state-look.ts";
import type { Suggestions } from "./suggest-place.server.ts";

type Similar = Suggestions["similar"];

/** Threads that may answer a question while it is being written. */
export function SimilarThreads({ threads }: { threads: Similar }) {
  const t = useT();
  return (
    <>
      <output className="pl-hide">
        {threads.length > 0 ? t("ask.similarFound", { count: threads.length }) : ""}
      </output>
      {threads.length > 0 ? (
        <section className="pl-cands" aria-labelledby="similar-title">
          <header>
            <h2 className="pl-h-rail" id="similar-title">
              {t("ask.similarTitle")}
            </h2>
            <span className="pl-meta">{t("ask.similarCount", { count: threads.length })}</span>
          </header>
          {threads.map((thread) => (
            <Candidate key={thread.id} thread={thread} />
          ))}
        </section>
      ) : null}
    </>
  );
}

function Candidate({ thread }: { thread: Similar[number] }) {
  const t = useT();
  const { key, label } = stateOf(t, thread.stateKey);
  const { icon, className } = stateLook(key);
  return (
    <details className={joinClasses("pl-cand", className)} name="similar">
      <summary>
        <Icon name={icon} />
        <Hidden>{label}</Hidden>
        <span className="pl-cand__t" dir="auto">
          {thread.title}
        </span>
        <Icon name="chev-d" size={16} />
      </summary>
      <div className="pl-cand__b">
        <p dir="auto">{thread.line ? thread.line.text : t("ask.similarOpen")}</p>
        {thread.line ? (
          <p className="pl-meta">
            <span dir="auto">{thread.line.who}</span>
          </p>
        ) : null}
        <p>
          <a href={thread.href}>
            {t("ask.similarRead")} <Hidden>{thread.title}</Hidden>
          </a>
        </p>
      </div>
    </details>
  );
}
