import { useT } from "#app/i18n/use-t.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { ListName } from "../list-name.ts";

const NAMES = [
  ["latest", "community.latest"],
  ["needs_answer", "community.needsAnswer"],
  ["solved", "community.solved"],
  ["top", "community.top"],
] as const;
const FOLLOWING = ["following", "follow.tab"] as const;

type Props = {
  path: string;
  query?: Record<string, string>;
  list: ListName;
  /** Offers the list of what the viewer follows. */
  follows?: boolean;
};

/** The orders a list of threads comes in, as links. */
export function ListTabs({ path, query = {}, list, follows = false }: Props) {
  const t = useT();
  const address = (of: Record<string, string>) => {
    const text = new URLSearchParams({ ...query, ...of }).toString();
    return text === "" ? path : `${path}?${text}`;
  };
  return (
    <Tabs
      label={t("community.listsLabel")}
      items={(follows ? [...NAMES, FOLLOWING] : NAMES).map(([name, key]) => ({
        href: address(name === "latest" ? {} : { list: name }),
        label: t(key),
        current: name === list,
      }))}
    />
  );
}
