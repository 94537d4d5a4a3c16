import type { Translate } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Pill, StateWord } from "#app/ui/pill.tsx";
import type { StateKey } from "#app/ui/state.ts";
import type { ClusterView } from "../cluster-view.ts";

const LOOKS: Record<ClusterView["state"], StateKey> = {
  open: "open",
  assigned: "review",
  answered: "official",
  solved: "solved",
  back: "issue",
};

type Look = Pick<ClusterView, "state" | "assignee">;

const stateLabel = (t: Translate, { state, assignee }: Look): string =>
  t(`lookedFor.state.${state}`, { name: assignee?.name ?? "" });

/** Where a cluster stands, as a word in a list. */
export function ClusterState({ cluster }: { cluster: Look }) {
  const t = useT();
  return <StateWord state={LOOKS[cluster.state]} label={stateLabel(t, cluster)} />;
}

/** Where a cluster stands, by its title. */
export function ClusterPill({ cluster }: { cluster: Look }) {
  const t = useT();
  return <Pill state={LOOKS[cluster.state]} label={stateLabel(t, cluster)} />;
}

/** A share in percent; a dash's words where there is nothing to be a share of. */
export function shareText(t: Translate, share: number | null): string {
  return share === null ? t("lookedFor.none") : t("lookedFor.share", { share });
}

/** How a cluster's later half compares with the earlier. */
export function trendText(t: Translate, trend: number | null): string {
  if (trend === null) return t("lookedFor.trendNew");
  const times = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 }).format(trend);
  return t("lookedFor.trendTimes", { times });
}

/** A success rate with what it is a share of. */
export function rateText(
  t: Translate,
  { searches, success }: { searches: number; success: number | null },
): string {
  return success === null
    ? t("lookedFor.noneSince")
    : t("lookedFor.rateOf", { share: success, count: searches });
}

/** The address of a cluster's page. */
export function clusterHref(key: string, days: number): string {
  return `/staff/search/query?${new URLSearchParams({ key, days: String(days) }).toString()}`;
}
