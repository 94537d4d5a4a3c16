import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Dots } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ClusterView } from "../cluster-view.ts";
import type { ClusterPage, WeekOfSearches } from "../get-cluster.server.ts";
import {
  AnswersButton,
  ClusterActions,
  type ClusterFailure,
  type FoundThread,
} from "./cluster-actions.tsx";
import { ClusterPill, rateText, shareText, trendText } from "./cluster-words.tsx";
import "./looked-for.css";

export type NamedThread = FoundThread & { shown: number; opened: number };

type Props = {
  page: Omit<ClusterPage, "threads">;
  threads: NamedThread[];
  /** The thread that answers it. */
  answer: FoundThread | null;
  find: { words: string; threads: FoundThread[] } | null;
  saved: boolean;
  failure: ClusterFailure;
};

function Standing({ cluster, answer }: { cluster: ClusterView; answer: FoundThread | null }) {
  const t = useT();
  const { counts, solved, answered } = cluster;
  return (
    <>
      <Dots
        items={[
          <ClusterPill key="state" cluster={cluster} />,
          `${t("lookedFor.searches")}: ${t("lookedFor.count", { count: counts.searches })}`,
          `${t("lookedFor.without.nothing")}: ${t("lookedFor.count", { count: counts.nothing })}`,
          `${t("lookedFor.success")}: ${shareText(t, cluster.success)}`,
          `${t("lookedFor.trend")}: ${trendText(t, cluster.trend)}`,
          `${t("lookedFor.asked")}: ${t("lookedFor.count", { count: counts.asked })}`,
        ]}
      />
      {answer ? (
        <p>
          {t("lookedFor.answeredAt")} {answered ? <Time {...answered} /> : null}:{" "}
          <a className="pl-name" dir="auto" href={answer.href}>
            {answer.title}
          </a>
        </p>
      ) : null}
      {solved ? (
        <dl className="pl-beforeafter">
          <div>
            <dt>{t("lookedFor.solvedAt")}</dt>
            <dd>
              <Time {...solved.at} />
            </dd>
          </div>
          <div>
            <dt>{t("lookedFor.before")}</dt>
            <dd>{rateText(t, solved.before)}</dd>
          </div>
          <div>
            <dt>{t("lookedFor.after")}</dt>
            <dd>{rateText(t, solved.after)}</dd>
          </div>
        </dl>
      ) : null}
      {cluster.state === "back" && solved ? (
        <Notice state="issue">{t("lookedFor.backText", { count: solved.after.failed })}</Notice>
      ) : null}
    </>
  );
}

function Queries({ queries }: Pick<ClusterView, "queries">) {
  const t = useT();
  return (
    <div>
      <SectionHead id="queries" title={t("lookedFor.queries")} />
      <Table
        caption={t("lookedFor.queries")}
        hideCaption
        columns={[
          { label: t("lookedFor.query") },
          { label: t("lookedFor.searches"), numeric: true },
          { label: t("lookedFor.without.nothing"), numeric: true },
          { label: t("lookedFor.success"), numeric: true },
        ]}
        rows={queries.map((query) => ({
          key: query.query,
          cells: [
            <span key="query" className="pl-cluster" dir="auto">
              {query.query}
            </span>,
            t("lookedFor.count", { count: query.searches }),
            t("lookedFor.count", { count: query.nothing }),
            shareText(t, query.success),
          ],
        }))}
      />
    </div>
  );
}

function Shown({ threads, linkable }: { threads: NamedThread[]; linkable: boolean }) {
  const t = useT();
  return (
    <div>
      <SectionHead id="shown" title={t("lookedFor.shown")} />
      {threads.length === 0 ? (
        <p className="pl-muted">{t("lookedFor.shownNone")}</p>
      ) : (
        <Table
          caption={t("lookedFor.shown")}
          hideCaption
          columns={[
            { label: t("lookedFor.threadColumn") },
            { label: t("lookedFor.timesShown"), numeric: true, wideOnly: linkable },
            { label: t("lookedFor.timesOpened"), numeric: true },
            ...(linkable ? [{ label: t("lookedFor.link"), numeric: true }] : []),
          ]}
          rows={threads.map((thread) => ({
            key: String(thread.id),
            cells: [
              <a key="thread" className="pl-name pl-cluster" dir="auto" href={thread.href}>
                {thread.title}
              </a>,
              t("lookedFor.count", { count: thread.shown }),
              t("lookedFor.count", { count: thread.opened }),
              ...(linkable ? [<AnswersButton key="answers" thread={thread} />] : []),
            ],
          }))}
        />
      )}
    </div>
  );
}

function Weeks({ weeks }: { weeks: WeekOfSearches[] }) {
  const t = useT();
  const date = new Intl.DateTimeFormat(t.locale === "en" ? "en-GB" : t.locale, {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  if (weeks.length === 0) return null;
  return (
    <div>
      <SectionHead id="weeks" title={t("lookedFor.weeks")} />
      <Table
        caption={t("lookedFor.weeks")}
        hideCaption
        columns={[
          { label: t("lookedFor.week") },
          { label: t("lookedFor.searches"), numeric: true },
          { label: t("lookedFor.found"), numeric: true },
          { label: t("lookedFor.success"), numeric: true },
        ]}
        rows={weeks.map(({ week, searches, found, succeeded }) => ({
          key: week,
          cells: [
            <Time key="week" iso={week} text={date.format(new Date(`${week}T00:00:00Z`))} />,
            t("lookedFor.count", { count: searches }),
            shareText(t, found / searches),
            shareText(t, succeeded / searches),
          ],
        }))}
      />
    </div>
  );
}

/** One query that people look for, with all that mean the same. */
export function ClusterPageView({ page, threads, answer, find, saved, failure }: Props) {
  const t = useT();
  const { cluster, days, staff, weeks } = page;
  return (
    <div className="pl-stack">
      <div className="pl-clusterhead">
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: `/staff/search?days=${days}`, label: t("lookedFor.title") }]}
        />
        <PageHead title={cluster.name} lead={t("lookedFor.searchesNote", { days })} />
      </div>
      {saved && !failure ? <Notice state="solved">{t("lookedFor.saved")}</Notice> : null}
      {failure ? (
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={[
            { message: failure.error, ...(failure.fields.thread ? { fieldId: "thread" } : {}) },
          ]}
        />
      ) : null}
      <Standing cluster={cluster} answer={answer} />
      <ClusterActions {...{ cluster, days, staff, find, failure }} />
      <Queries queries={cluster.queries} />
      <Shown threads={threads} linkable={cluster.state !== "solved"} />
      <Weeks weeks={weeks} />
    </div>
  );
}
