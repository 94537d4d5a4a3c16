import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { FilterChips, Tabs } from "#app/ui/tabs.tsx";
import { STAFF_PAGES, STAFF_PARTS } from "./staff-pages.ts";

type Props = {
  /** The address of the page shown, without its query. */
  path: string;
  /** Which pages that not all staff may open are open to the reader. */
  may: Record<string, boolean>;
  children: ReactNode;
};

const isAt = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** What surrounds the staff's pages: tabs to the parts, and the pages of the part shown. */
export function StaffFrame({ path, may, children }: Props) {
  const t = useT();
  const pages = STAFF_PAGES.filter((page) => !("needs" in page) || may[page.needs] === true);
  const shown = pages
    .filter(({ href }) => isAt(path, href))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  const beside = pages.filter(({ part }) => part === shown?.part);
  return (
    <div className="pl-wrap pl-page pl-staff">
      <Tabs
        label={t("staff.nav")}
        items={STAFF_PARTS.flatMap(({ part, label }) => {
          const first = pages.find((page) => page.part === part);
          return first
            ? [{ href: first.href, label: t(label), current: part === shown?.part }]
            : [];
        })}
      />
      {beside.length > 1 ? (
        <FilterChips
          label={t("staff.pagesOfPart")}
          items={beside.map((page) => ({
            href: page.href,
            label: t(page.label),
            current: page === shown,
          }))}
        />
      ) : null}
      {children}
    </div>
  );
}
