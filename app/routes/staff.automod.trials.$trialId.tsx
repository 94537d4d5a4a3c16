import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveSettings } from "#app/features/automod/rules/save-settings.server.ts";
import { getTrial, triedSettings } from "#app/features/moderation/dry-run/get-trial.server.ts";
import { TrialPageView } from "#app/features/moderation/dry-run/trial-page-view.tsx";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What settings of automod would have done, for staff; the form puts them into force. */
export const loader = page(async (ctx, params) => ({
  trial: await getTrial(ctx, positiveId(params.trialId)),
  title: ctx.t("automod.trialTitle"),
}));

export const action = form(async (ctx, _fields, params) => {
  await saveSettings(ctx, await triedSettings(ctx, positiveId(params.trialId)));
  return redirect("/staff/automod?saved");
});

/** After a refused form too: what somebody else changed meanwhile is there then. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffAutomodTrial() {
  const { trial } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <TrialPageView trial={trial} problem={result && "ok" in result ? result.error : null} />;
}
