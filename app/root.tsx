import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorView } from "#app/features/communities/components/error-view.tsx";
import { SiteFrame } from "#app/features/communities/components/site-frame.tsx";
import { viewerView } from "#app/features/communities/viewer-view.ts";
import { displayOf } from "#app/http/display-cookie.server.ts";
import { page } from "#app/http/respond.server.ts";
import { getSilence } from "#app/features/moderation/telling/get-silence.server.ts";
import { MemberCards } from "#app/features/reputation/card/member-cards.tsx";
import { rankNames } from "#app/features/reputation/rank-names.server.ts";
import { ActionResults } from "#app/features/threads/components/action-results.tsx";
import { SearchCombobox } from "#app/features/threads/searching/box/search-combobox.tsx";
import { LandOnPost } from "#app/features/threads/components/land-on-post.tsx";
import { directionOf } from "#app/i18n/locales.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Announcer } from "#app/ui/announcer.tsx";
import "#app/ui/styles/index.css";

export const loader = page(async (ctx) => {
  const { community, actor, request } = ctx;
  return {
    community: {
      name: community.name,
      locale: community.locale,
      localeOpen: community.localeOpen,
      themeHash: community.themeHash,
      baseUrl: community.baseUrl,
      logoUrl: community.logoUrl,
    },
    viewer: viewerView(actor, await getSilence(ctx)),
    ranks: await rankNames(ctx),
    display: displayOf(request.headers.get("cookie")),
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { catalogue } = useT();
  const { pathname, search } = useLocation();
  const error = useRouteError();
  const community = root?.community;
  return (
    <html
      lang={catalogue}
      dir={directionOf(catalogue)}
      data-locale={catalogue}
      data-theme={root?.display.theme ?? undefined}
      data-shortcuts={root?.display.shortcuts === false ? "off" : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {error == null ? (
          <Meta />
        ) : (
          <ErrorTitle error={error} brand={community?.name ?? "Porchlight"} />
        )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {community ? <link rel="stylesheet" href={`/theme/${community.themeHash}.css`} /> : null}
        <Links />
      </head>
      <body className="pl">
        <SiteFrame
          brand={{
            name: community?.name ?? "Porchlight",
            logoUrl: community?.logoUrl ?? undefined,
          }}
          searchBox={<SearchCombobox id="site-search" />}
          viewer={root?.viewer ?? null}
          path={pathname}
          search={search}
          theme={root?.display.theme ?? null}
          languages={community?.localeOpen === true && root?.viewer === null}
        >
          {children}
        </SiteFrame>
        <Announcer />
        <ActionResults />
        <LandOnPost />
        <MemberCards viewer={root?.viewer?.handle ?? ""} brand={community?.name ?? "Porchlight"} />
      </body>
    </html>
  );
}

/** The title of a page that failed, in place of what its route says. */
function ErrorTitle({ error, brand }: { error: unknown; brand: string }) {
  const t = useT();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return <title>{`${t(missing ? "errorPage.notFound" : "errorPage.broken")} · ${brand}`}</title>;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorView />;
}
