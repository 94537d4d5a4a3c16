import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ClusterView } from "../cluster-view.ts";
import type { LookedForPage } from "../get-looked-for.server.ts";
import { clusterHref, ClusterState, rateText, shareText, trendText } from "./cluster-words.tsx";

type Place = Pick<LookedForPage, "days" | "list">;

/** Other queries of a cluster that its row names. */
const NAMED = 3;

function ClusterName({ cluster, days }: { cluster: ClusterView; days: number }) {
  const t = useT();
  const others = cluster.queries.filter(({ query }) => query !== cluster.name);
  const queries = new Intl.ListFormat(t.locale, { type: "unit" }).format(
    others.slice(0, NAMED).map(({ query }) => query),
  );
  const more = others.length - NAMED;
  return (
    <div className="pl-cluster">
      <a className="pl-name" dir="auto" href={clusterHref(cluster.key, days)}>
        {cluster.name}
      </a>
      {others.length > 0 ? (
        <span className="pl-meta" dir="auto">
          {more > 0 ? t("lookedFor.alsoMore", { queries, more }) : t("lookedFor.also", { queries })}
        </span>
      ) : null}
    </div>
  );
}

function AssignMe({ cluster, days, list }: { cluster: ClusterView } & Place) {
  const t = useT();
  if (cluster.state !== "open") return null;
  return (
    <Form method="post" action={`${clusterHref(cluster.key, days)}&list=${list}`}>
      <Button
        name="intent"
        value="assignMe"
        size="sm"
        aria-label={t("lookedFor.assignMeTo", { name: cluster.name })}
      >
        {t("lookedFor.assignMe")}
      </Button>
    </Form>
  );
}

function SolvedRows({
  rows,
  place,
  caption,
}: {
  rows: ClusterView[];
  place: Place;
  caption: string;
}) {
  const t = useT();
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { label: t("lookedFor.query") },
        { label: t("lookedFor.before"), numeric: true },
        { label: t("lookedFor.after"), numeric: true },
        { label: t("lookedFor.solvedAt"), numeric: true, wideOnly: true },
      ]}
      rows={rows.flatMap((cluster) =>
        cluster.solved
          ? [
              {
                key: cluster.key,
                cells: [
                  <ClusterName key="name" cluster={cluster} days={place.days} />,
                  rateText(t, cluster.solved.before),
                  rateText(t, cluster.solved.after),
                  <Time key="at" {...cluster.solved.at} />,
                ],
              },
            ]
          : [],
      )}
    />
  );
}

/** A list of clusters with what there is to know of each, and a button to take it up. */
export function ClusterRows({ page }: { page: LookedForPage }) {
  const t = useT();
  const { rows, list, days } = page;
  const caption = t(`lookedFor.list.${list}`);
  if (list === "solved") return <SolvedRows rows={rows} place={{ days, list }} caption={caption} />;
  const first = list === "taken" ? null : list;
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { label: t("lookedFor.query") },
        ...(first ? [{ label: t(`lookedFor.without.${first}`), numeric: true }] : []),
        { label: t("lookedFor.searches"), numeric: true, wideOnly: first !== null },
        { label: t("lookedFor.trend"), numeric: true, wideOnly: true },
        { label: t("lookedFor.success"), numeric: true, wideOnly: first !== null },
        { label: t("lookedFor.state") },
      ]}
      rows={rows.map((cluster) => ({
        key: cluster.key,
        cells: [
          <ClusterName key="name" cluster={cluster} days={days} />,
          ...(first ? [t("lookedFor.count", { count: cluster.counts[first] })] : []),
          t("lookedFor.count", { count: cluster.counts.searches }),
          trendText(t, cluster.trend),
          shareText(t, cluster.success),
          <div key="state" className="pl-clusterstate">
            <ClusterState cluster={cluster} />
            <AssignMe cluster={cluster} days={days} list={list} />
          </div>,
        ],
      }))}
    />
  );
}
