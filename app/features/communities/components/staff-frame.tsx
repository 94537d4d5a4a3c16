import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

type Props = {
  /** The address of the page shown, without its query. */
  path: string;
  /** Whether the reader may decide which sites are allowed. */
  origins: boolean;
  /** Whether the reader may say what the estimate of saved calls rests on. */
  calls: boolean;
  children: ReactNode;
};

const SEARCH = "/staff/search";

/** What surrounds the staff's pages: tabs to each of them. */
export function StaffFrame({ path, origins, calls, children }: Props) {
  const t = useT();
  const tabs = [
    { href: SEARCH, label: t("staff.tabLookedFor") },
    { href: `${SEARCH}/words`, label: t("staff.tabWords") },
    { href: `${SEARCH}/pins`, label: t("staff.tabPins") },
    { href: "/staff/points", label: t("rulesDesk.tabPoints") },
    { href: "/staff/ranks", label: t("rulesDesk.tabRanks") },
    { href: "/staff/votes", label: t("rulesDesk.tabVotes") },
    { href: "/staff/programme", label: t("programme.tab") },
    ...(origins ? [{ href: "/staff/origins", label: t("staff.tabOrigins") }] : []),
    ...(calls ? [{ href: "/staff/impact", label: t("impact.staffTab") }] : []),
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
