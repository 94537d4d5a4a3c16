import { useT } from "#app/i18n/use-t.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Segments, Tabs } from "#app/ui/tabs.tsx";
import type { LookedForPage } from "../get-looked-for.server.ts";
import { PERIODS } from "../log/periods.ts";
import { ClusterRows } from "./cluster-rows.tsx";
import { SearchTiles } from "./search-tiles.tsx";
import "./looked-for.css";

/** What turns the log on. */
const COMMAND = "porchlight settings --search-log-days N";

type Place = Partial<Pick<LookedForPage, "days" | "list" | "page">>;

function addressOf(page: LookedForPage, changed: Place): string {
  const { days, list, page: number } = { days: page.days, list: page.list, page: 1, ...changed };
  const query = new URLSearchParams({ list, days: String(days) });
  if (number > 1) query.set("page", String(number));
  return `/staff/search?${query.toString()}`;
}

function Pages({ page }: { page: LookedForPage }) {
  const t = useT();
  if (page.pages === 1) return null;
  const to = (number: number, label: string) =>
    number < 1 || number > page.pages
      ? undefined
      : { href: addressOf(page, { page: number }), label };
  return (
    <Pager
      label={t("lookedFor.pages")}
      note={t("lookedFor.pageOf", { page: page.page, pages: page.pages })}
      previous={to(page.page - 1, t("lookedFor.newer"))}
      next={to(page.page + 1, t("lookedFor.older"))}
    />
  );
}

/** What people look for: numbers of a period, and queries that led nowhere. */
export function LookedForView({ page, saved }: { page: LookedForPage; saved: boolean }) {
  const t = useT();
  const { days, keptDays, list } = page;
  return (
    <div className="pl-stack">
      <PageHead
        title={t("lookedFor.title")}
        lead={keptDays === 0 ? undefined : t("lookedFor.lead", { days: keptDays })}
        actions={
          <Segments
            label={t("lookedFor.period")}
            items={PERIODS.map((period) => ({
              href: addressOf(page, { days: period }),
              label: t("lookedFor.days", { days: period }),
              current: period === days,
            }))}
          />
        }
      />
      {saved ? <Notice state="solved">{t("lookedFor.saved")}</Notice> : null}
      {keptDays === 0 ? (
        <Notice state="open">{t("lookedFor.off", { command: COMMAND })}</Notice>
      ) : null}
      {keptDays > 0 && keptDays < days ? (
        <Notice state="open">{t("lookedFor.short", { kept: keptDays })}</Notice>
      ) : null}
      <SearchTiles page={page} />
      <div>
        <Tabs
          label={t("lookedFor.lists")}
          items={page.lists.map(({ name, clusters }) => ({
            href: addressOf(page, { list: name }),
            label: t(`lookedFor.list.${name}`),
            count: t("lookedFor.count", { count: clusters }),
            current: name === list,
          }))}
        />
        <p className="pl-meta pl-listnote">
          {t(`lookedFor.note.${list}`, { count: page.comesBack })}
        </p>
        {page.rows.length === 0 ? (
          <Empty title={t(`lookedFor.empty.${list}`)}>{t("lookedFor.emptyText", { days })}</Empty>
        ) : (
          <ClusterRows page={page} />
        )}
        <Pages page={page} />
      </div>
    </div>
  );
}
