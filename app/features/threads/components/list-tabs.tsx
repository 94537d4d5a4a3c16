import { useT } from "#app/i18n/use-t.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { ListName } from "../list-name.ts";

const NAMES = [
  ["latest", "community.latest"],
  ["needs_answer", "community.needsAnswer"],
  ["solved", "community.solved"],
  ["top", "community.top"],
] as const;

/** The orders a list of threads comes in, as links. */
export function ListTabs({ path, list }: { path: string; list: ListName }) {
  const t = useT();
  return (
    <Tabs
      label={t("community.listsLabel")}
      items={NAMES.map(([name, key]) => ({
        href: name === "latest" ? path : `${path}?list=${name}`,
        label: t(key),
        current: name === list,
      }))}
    />
  );
}
