import { SmallMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Hero } from "#app/ui/hero.tsx";
import { Split } from "#app/ui/layout.tsx";
import { People } from "#app/ui/people.tsx";
import { Rail, RailCard, RailSection } from "#app/ui/rail.tsx";
import { SpaceGrid } from "#app/ui/space-grid.tsx";
import type { IconName } from "#app/ui/icon-name.ts";
import type { Home } from "../get-home.server.ts";
import { SearchCombobox } from "../searching/box/search-combobox.tsx";
import { ListTabs } from "./list-tabs.tsx";
import { ThreadList } from "./thread-list.tsx";

/** The front page: find first, then the spaces, then what goes on. */
export function HomeView({ home, brand }: { home: Home; brand: string }) {
  const t = useT();
  const { stats } = home;
  const solved = stats.questions === 0 ? 0 : stats.solved / stats.questions;
  const percent = new Intl.NumberFormat(t.locale, { style: "percent" }).format(solved);
  return (
    <div>
      <Hero
        title={t("community.heroTitle")}
        lead={t("community.heroLead", { count: stats.answers, brand })}
        search={
          <SearchCombobox
            id="home-search"
            placeholder={t("community.searchPlaceholder")}
            large
            submit={t("common.search")}
          />
        }
        stats={[
          {
            value: formatNumber(t, stats.questions),
            label: t("community.statQuestions", { count: stats.questions }),
          },
          { value: percent, label: t("community.statSolved") },
          {
            value: formatNumber(t, stats.members),
            label: t("community.statMembers", { count: stats.members }),
          },
        ]}
      />
      <div className="pl-wrap">
        <SpaceGrid
          label={t("community.spaces")}
          spaces={home.spaces.map((space) => ({
            href: `/s/${space.slug}`,
            name: space.name,
            note: t("community.threadCount", { count: space.threads }),
            icon: space.icon as IconName,
          }))}
        />
        <div className="pl-home">
          <Split
            main={
              <section aria-label={t("thread.listLabel")}>
                <ListTabs path="/" list={home.list} follows={home.follows} />
                <ThreadList
                  list={home.threads}
                  moreHref={(cursor) => `/?list=${home.list}&after=${cursor}`}
                />
              </section>
            }
            rail={<HomeRail home={home} brand={brand} />}
          />
        </div>
      </div>
    </div>
  );
}

function HomeRail({ home, brand }: { home: Home; brand: string }) {
  const t = useT();
  return (
    <Rail label={t("community.railLabel")}>
      {home.helpers.length > 0 ? (
        <RailSection
          title={t("community.topHelpers")}
          end={<a href="/leaderboard">{t("seen.boardLink")}</a>}
        >
          <People
            items={home.helpers.map((helper) => ({
              name: helper.name,
              href: `/m/${helper.handle}`,
              hue: helper.hue,
              avatar: (
                <MemberAvatar
                  name={helper.name}
                  hue={helper.hue}
                  of={helper}
                  brand={brand}
                  size={32}
                />
              ),
              note: (
                <>
                  {t("community.helperNote", { count: helper.answers })}
                  <SmallMarks of={helper} />
                </>
              ),
              end: t("seen.solved", { count: helper.accepted }),
            }))}
          />
        </RailSection>
      ) : null}
      <RailCard title={t("community.aboutCard")}>
        <p>{t("community.aboutText")}</p>
        <p>
          <ButtonLink href="/guidelines" size="sm">
            {t("common.guidelines")}
          </ButtonLink>
        </p>
      </RailCard>
    </Rail>
  );
}
