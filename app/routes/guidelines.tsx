import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPolicyPage } from "#app/features/communities/get-policy-page.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Prose } from "#app/ui/prose.tsx";

export const loader = page(async (ctx) => ({
  html: await getPolicyPage(ctx, "guidelines"),
  title: ctx.t("community.guidelinesTitle"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, path: "/guidelines" }) : [];

export default function Guidelines() {
  const { html } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <PageHead
        title={t("community.guidelinesTitle")}
        actions={
          <>
            <ButtonLink href="/guidelines/proposals" size="sm">
              {t("guidelines.proposalsTitle")}
            </ButtonLink>
            <ButtonLink href="/guidelines/history" size="sm">
              {t("guidelines.historyTitle")}
            </ButtonLink>
            <ButtonLink href="/transparency" size="sm">
              {t("transparency.link")}
            </ButtonLink>
          </>
        }
      />
      <Prose html={html} />
    </div>
  );
}
