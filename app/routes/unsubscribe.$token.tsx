import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  canStopMonthMails,
  stopMonthMails,
} from "#app/features/notifications/stop-month-mails.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

/** Changes nothing: mail programs and scanners follow links before people do. */
export const loader = page(async (ctx, params) => {
  const done = new URL(ctx.request.url).searchParams.has("done");
  const works = await canStopMonthMails(ctx, params.token ?? "");
  const title = works
    ? ctx.t(done ? "impact.stopped" : "impact.stopTitle")
    : ctx.t("impact.stopGone");
  return { title, brand: ctx.community.name, asks: works && !done, ended: works && done };
});

/** From the page, or from a mail program by itself (RFC 8058), which looks at the status alone. */
export const action = form(async (ctx, fields, params) => {
  const token = params.token ?? "";
  await limit(ctx, "link", networkOf(ctx.info.ip));
  await stopMonthMails(ctx, token);
  if (fields.has("List-Unsubscribe")) return null;
  return redirect(`/unsubscribe/${encodeURIComponent(token)}?done`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.title} · ${data.brand}` },
        { name: "robots", content: "noindex" },
        { name: "referrer", content: "no-referrer" },
      ]
    : [];

export default function Unsubscribe() {
  const t = useT();
  const { title, asks, ended } = useLoaderData<typeof loader>();
  return (
    <FormCard title={title} lead={asks || ended ? t("impact.stopText") : undefined}>
      {asks ? (
        <form method="post">
          <Button variant="primary" size="lg" block>
            {t("impact.stopAction")}
          </Button>
        </form>
      ) : (
        <a href="/settings/recognition">{t("account.settingsTitle")}</a>
      )}
    </FormCard>
  );
}
