import type { MetaFunction } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { requireMember } from "#app/features/members/require-member.ts";
import { page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export const loader = page(async (ctx) => {
  requireMember(ctx);
  return { title: `${ctx.t("account.settingsTitle")} · ${ctx.community.name}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Settings() {
  const t = useT();
  const { pathname } = useLocation();
  const tabs = [
    { href: "/settings", label: t("account.tabProfile") },
    { href: "/settings/drafts", label: t("draft.tab") },
    { href: "/settings/bookmarks", label: t("bookmark.tab") },
    { href: "/settings/recognition", label: t("impact.tab") },
    { href: "/settings/decisions", label: t("telling.tab") },
    { href: "/settings/account", label: t("account.tabAccount") },
    { href: "/settings/language", label: t("language.title") },
    { href: "/settings/sessions", label: t("account.tabSessions") },
    { href: "/settings/data", label: t("data.tab") },
    { href: "/display", label: t("reading.displayTab") },
  ];
  return (
    <div className="pl-wrap pl-page">
      <div className="pl-narrow">
        <PageHead title={t("account.settingsTitle")} />
        <Tabs
          label={t("account.settingsNav")}
          items={tabs.map((tab) => ({ ...tab, current: tab.href === pathname }))}
        />
        <div className="pl-stack pl-page">
          <Outlet />
        </div>
      </div>
    </div>
  );
}
