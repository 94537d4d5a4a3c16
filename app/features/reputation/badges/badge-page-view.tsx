import { useLogo } from "#app/features/communities/components/use-logo.ts";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { BadgeMedal } from "#app/ui/badge-medal.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { dotItems, Split } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { People } from "#app/ui/people.tsx";
import { Rail, RailCard } from "#app/ui/rail.tsx";
import { Time } from "#app/ui/time.tsx";
import { BadgeState } from "./badge-card-view.tsx";
import { GiveBadgeForm, TakeBadgeForm, type Failure } from "./badge-hand-forms.tsx";
import type { BadgeHolder, BadgePage } from "./get-badge-page.server.ts";

type Props = {
  page: BadgePage;
  brand: string;
  signedIn: boolean;
  said: "given" | "taken" | null;
  /** The grant that staff are about to take back. */
  take: number | null;
  failure: Failure | null;
};

/** One badge: what it asks, and who holds it for what. */
export function BadgePageView({ page, brand, signedIn, said, take, failure }: Props) {
  const t = useT();
  const { badge } = page;
  const taking = page.gives ? page.holders.find(({ grantId }) => grantId === take) : undefined;
  return (
    <div className="pl-wrap pl-page">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[{ href: "/badges", label: t("badges.crumbs") }]}
      />
      {said ? (
        <Notice state="solved">{t(said === "given" ? "badges.given" : "badges.taken")}</Notice>
      ) : null}
      <header className="pl-bcard pl-bhead">
        <BadgeMedal
          face={badge.face}
          level={Math.max(1, badge.level)}
          earned={badge.level > 0 || !signedIn}
          size={64}
        />
        <div>
          <h1 className="pl-h-page" dir="auto">
            {badge.name}
          </h1>
          <p className="pl-lead" dir="auto">
            {badge.say}
          </p>
          <BadgeState card={badge} signedIn={signedIn} />
        </div>
      </header>
      {taking ? <TakeBadgeForm holder={taking} failure={failure} /> : null}
      <Split main={<Holders page={page} brand={brand} />} rail={<Aside {...{ page, failure }} />} />
    </div>
  );
}

function Holders({ page, brand }: { page: BadgePage; brand: string }) {
  const t = useT();
  const logo = useLogo();
  const { badge, holders } = page;
  return (
    <section aria-labelledby="holders" className="pl-bholders">
      <SectionHead
        flush
        id="holders"
        title={t("badges.holdersTitle")}
        end={<span className="pl-meta">{t("badges.holders", { count: badge.holders })}</span>}
      />
      {holders.length === 0 && !page.partly ? (
        <Empty icon="users" level={3} title={t("badges.noHolders")}>
          {t("badges.noHoldersText")}
        </Empty>
      ) : null}
      <People
        items={holders.map((holder) => ({
          name: holder.name,
          hue: holder.hue,
          href: `/m/${holder.handle}`,
          square: isStaff(holder.role) ? brand : undefined,
          src: isStaff(holder.role) ? logo : undefined,
          note:
            badge.levels > 1 || holder.post || holder.reason !== "" ? (
              <Note holder={holder} levels={badge.levels} />
            ) : undefined,
          end: (
            <>
              <Time {...holder.at} />
              {page.gives ? <a href={`?take=${holder.grantId}#take`}>{t("badges.take")}</a> : null}
            </>
          ),
        }))}
      />
      {page.partly ? <p className="pl-meta">{t("badges.private")}</p> : null}
      {page.first && !page.next ? null : (
        <Pager
          label={t("badges.holdersPages")}
          first={page.first ? undefined : { href: badge.href, label: t("badges.newest") }}
          next={
            page.next
              ? { href: `${badge.href}?after=${page.next}`, label: t("badges.older") }
              : undefined
          }
        />
      )}
    </section>
  );
}

function Note({ holder, levels }: { holder: BadgeHolder; levels: number }) {
  const t = useT();
  return (
    <span className="pl-dots">
      {dotItems([
        levels > 1 ? t("badges.holderLevel", { level: formatNumber(t, holder.level) }) : null,
        holder.post ? (
          <a key="post" href={holder.post.href} dir="auto">
            {holder.post.title}
          </a>
        ) : null,
        holder.reason === "" ? null : (
          <span key="reason" dir="auto">
            {holder.reason}
          </span>
        ),
      ])}
    </span>
  );
}

function Aside({ page, failure }: { page: BadgePage; failure: Failure | null }) {
  const t = useT();
  return (
    <Rail label={t("badges.howTitle")}>
      {page.steps.length > 0 ? (
        <RailCard title={t("badges.levelsTitle")}>
          <ol>
            {page.steps.map((need, index) => (
              <li key={need} dir="auto">
                {t("badges.levelNeed", { level: formatNumber(t, index + 1), need })}
              </li>
            ))}
          </ol>
        </RailCard>
      ) : null}
      {page.badge.by === "rule" ? <p className="pl-meta">{t("badges.retroactive")}</p> : null}
      {page.gives ? <GiveBadgeForm failure={failure} /> : null}
    </Rail>
  );
}
