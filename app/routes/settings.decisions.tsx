import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  getOwnDecisions,
  setReportMails,
} from "#app/features/moderation/telling/get-own-decisions.server.ts";
import { OwnDecisionsView } from "#app/features/moderation/telling/own-decisions-view.tsx";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  return {
    page: await getOwnDecisions(ctx, { after: query.get("after") }),
    saved: query.has("saved"),
    title: `${ctx.t("telling.pageTitle")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  await setReportMails(ctx, { on: fields.get("reportMails") === "on" });
  return redirect("/settings/decisions?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function DecisionSettings() {
  const { page: shown, saved } = useLoaderData<typeof loader>();
  return <OwnDecisionsView page={shown} saved={saved} />;
}
