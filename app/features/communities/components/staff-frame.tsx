import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

type Props = {
  /** The address of the page shown, without its query. */
  path: string;
  /** Whether the reader may decide which sites are allowed. */
  origins: boolean;
  children: ReactNode;
};

const SEARCH = "/staff/search";

/** What surrounds the staff's pages: tabs to each of them. */
export function StaffFrame({ path, origins, children }: Props) {
  const t = useT();
  const tabs = [
    { href: SEARCH, label: t("staff.tabLookedFor") },
    { href: `${SEARCH}/words`, label: t("staff.tabWords") },
    { href: `${SEARCH}/pins`, label: t("staff.tabPins") },
    ...(origins ? [{ href: "/staff/origins", label: t("staff.tabOrigins") }] : []),
  ];
  const shown = tabs
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <div className="pl-wrap pl-page pl-staff">
      <Tabs
        label={t("staff.nav")}
        items={tabs.map((tab) => ({ ...tab, current: tab === shown }))}
      />
      {children}
    </div>
  );
}
