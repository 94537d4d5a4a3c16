import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SkipLink } from "#app/ui/layout.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { Banner } from "#app/ui/notice.tsx";
import { SiteFooter } from "#app/ui/site-footer.tsx";
import { SiteHeader } from "#app/ui/site-header.tsx";
import type { Silence, ViewerView } from "../viewer-view.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

type Props = {
  brand: { name: string; logoUrl?: string };
  /** The header's search box. */
  searchBox: ReactNode;
  viewer: ViewerView;
  path: string;
  /** The address's query, with its question mark. */
  search: string;
  theme: "light" | "dark" | null;
  /** Whether the reader may choose a language here: a guest of a community that leaves it open. */
  languages: boolean;
  children: ReactNode;
};

/** What surrounds every page: header with navigation, the member's menu, footer. */
export function SiteFrame({
  brand,
  searchBox,
  viewer,
  path,
  search: query,
  theme,
  languages,
  children,
}: Props) {
  const t = useT();
  const search = path !== "/" && path !== "/search";
  return (
    <div className="pl-app">
      <SkipLink label={t("common.skip")} />
      <SiteHeader
        brand={{ ...brand, sub: t("common.home"), href: "/" }}
        nav={navigation(path, t)}
        navLabel={t("common.navLabel")}
        menuLabel={t("common.menu")}
        searchLink={{ href: "/search", label: t("common.search") }}
        search={search ? searchBox : undefined}
        actions={
          <ButtonLink href="/ask" variant="primary">
            <span className="pl-only-wide">{t("common.ask")}</span>
            <span className="pl-only-narrow">{t("common.askShort")}</span>
          </ButtonLink>
        }
        account={viewer ? <AccountMenu viewer={viewer} /> : <GuestLinks path={path} />}
        menu={viewer ? <MemberItems viewer={viewer} /> : <GuestItems path={path} />}
      />
      {viewer && !viewer.verified ? (
        <Banner
          state="open"
          title={t("community.verifyTitle")}
          action={
            <ButtonLink href="/verify" size="sm">
              {t("community.verifyAction")}
            </ButtonLink>
          }
        >
          {t("community.verifyText")}
        </Banner>
      ) : null}
      {viewer?.silence ? <SilenceBanner silence={viewer.silence} /> : null}
      <main id="main">{children}</main>
      <SiteFooter
        label={t("common.footerLabel")}
        links={[
          { href: "/guidelines", label: t("common.guidelines") },
          { href: "/terms", label: t("common.terms") },
          { href: "/tags", label: t("common.tags") },
          { href: "/ranks", label: t("rules.footerLink") },
          { href: "/badges", label: t("badges.title") },
          { href: "/leaderboard", label: t("seen.boardTitle") },
          { href: "/display", label: t("reading.displayLink") },
          { href: "/display#keys", label: t("reading.shortcutsTitle"), sheet: true },
        ]}
        choice={
          <>
            {languages ? <LanguageChoice to={path + query} /> : null}
            <ThemeChoice theme={theme} to={path + query} />
          </>
        }
        runsOn={{ before: t("common.runsOn"), href: "/about", name: "Porchlight" }}
      />
    </div>
  );
}

/** Why one may not write, and until when, above every page where one would. */
function SilenceBanner({ silence: { until, reason } }: { silence: Silence }) {
  const t = useT();
  const texts = [
    until === null ? t("telling.endless") : t("telling.silencedUntil", { when: until }),
    ...(reason === "" ? [] : [t("telling.silencedReason", { reason })]),
  ];
  return (
    <Banner
      state="issue"
      title={t("telling.silencedTitle")}
      action={
        <ButtonLink href="/settings/decisions" size="sm">
          {t("telling.silencedAction")}
        </ButtonLink>
      }
    >
      {texts.join(" ")}
    </Banner>
  );
}

function navigation(path: string, t: ReturnType<typeof useT>) {
  const items = [
    { href: "/", label: t("common.questions") },
    { href: "/ideas", label: t("common.ideas") },
    { href: "/discussions", label: t("common.discussions") },
    { href: "/announcements", label: t("common.announcements") },
  ];
  return items.map((item) => ({ ...item, current: item.href === path }));
}

function signInHref(path: string): string {
  return path === "/" || /^\/(sign-|forgot|reset|verify)/.test(path)
    ? "/sign-in"
    : `/sign-in?${new URLSearchParams({ to: path }).toString()}`;
}

function GuestLinks({ path }: { path: string }) {
  const t = useT();
  return (
    <>
      <ButtonLink href={signInHref(path)} variant="quiet">
        {t("common.signIn")}
      </ButtonLink>
      <ButtonLink href="/sign-up">{t("common.signUp")}</ButtonLink>
    </>
  );
}

function GuestItems({ path }: { path: string }) {
  const t = useT();
  return (
    <>
      <hr />
      <a href={signInHref(path)}>{t("common.signIn")}</a>
      <a href="/sign-up">{t("common.signUp")}</a>
    </>
  );
}

function MemberItems({ viewer }: { viewer: NonNullable<ViewerView> }) {
  const t = useT();
  return (
    <>
      <hr />
      <a href={`/m/${viewer.handle}`}>{t("common.yourProfile")}</a>
      <a href="/following">{t("follow.title")}</a>
      {viewer.reviews ? <a href="/review">{t("review.title")}</a> : null}
      {viewer.desk ? <a href="/staff/desk">{t("desk.tab")}</a> : null}
      {viewer.staff ? <a href="/staff/search">{t("staff.nav")}</a> : null}
      <a href="/settings">{t("common.settings")}</a>
      <form method="post" action="/sign-out">
        <button type="submit">{t("common.signOut")}</button>
      </form>
    </>
  );
}

function AccountMenu({ viewer }: { viewer: NonNullable<ViewerView> }) {
  const t = useT();
  return (
    <Menu
      id="account-menu"
      label={t("common.accountMenu", { name: viewer.name })}
      trigger={<Avatar name={viewer.name} hue={avatarHue(viewer.handle)} size={32} />}
    >
      <a href={`/m/${viewer.handle}`}>{t("common.yourProfile")}</a>
      <a href="/following">{t("follow.title")}</a>
      {viewer.reviews ? <a href="/review">{t("review.title")}</a> : null}
      {viewer.desk ? <a href="/staff/desk">{t("desk.tab")}</a> : null}
      {viewer.staff ? <a href="/staff/search">{t("staff.nav")}</a> : null}
      <a href="/settings">{t("common.settings")}</a>
      <hr />
      <form method="post" action="/sign-out">
        <button type="submit">{t("common.signOut")}</button>
      </form>
    </Menu>
  );
}
