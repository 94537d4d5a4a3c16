import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { BadgeGrid } from "./badge-block.tsx";
import type { MemberBadges } from "./get-member-badges.server.ts";

/** Every badge that a member holds. */
export function MemberBadgesView({ held, title }: { held: MemberBadges; title: string }) {
  const t = useT();
  const { member, open, badges } = held;
  return (
    <div className="pl-wrap pl-page">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[{ href: `/m/${member.handle}`, label: member.name }]}
      />
      <PageHead title={title} />
      {open ? null : <Empty icon="lock" title={t("profile.membersSee")} />}
      {open && badges.length === 0 ? (
        <Empty icon="star" title={t("badges.noneOf", { name: member.name })} />
      ) : null}
      <div className="pl-narrow">
        <BadgeGrid badges={badges} />
      </div>
    </div>
  );
}
