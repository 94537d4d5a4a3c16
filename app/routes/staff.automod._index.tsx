import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeRules } from "#app/features/automod/rules/change-rules.server.ts";
import { getRulesPage } from "#app/features/automod/rules/get-rules-page.server.ts";
import { backForm, rulesForm } from "#app/features/automod/rules/rule-forms.ts";
import { RulesView } from "#app/features/automod/rules/rules-view.tsx";
import { setBack } from "#app/features/automod/rules/save-settings.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { triedSettings } from "#app/features/moderation/dry-run/get-trial.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What every check of automod is set to, for staff; `trial`: with what was tried in the fields. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const trial = query.get("trial");
  const tried = trial === null ? undefined : (await triedSettings(ctx, Number(trial))).settings;
  return {
    rules: await getRulesPage(ctx, { tried }),
    saved: query.has("saved"),
    title: ctx.t("automod.title"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "automod.setRules", null);
  if (fields.get("do") === "back") {
    await setBack(ctx, parseForm(backForm, fields));
    return redirect("/staff/automod?saved");
  }
  const done = await changeRules(ctx, parseForm(rulesForm, fields), fields);
  if ("trial" in done) return redirect(`/staff/automod/trials/${done.trial}`);
  return redirect("/staff/automod?saved");
});

/** After a refused form too: what somebody else changed meanwhile is there then. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffAutomod() {
  const { rules, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <RulesView page={rules} saved={saved && !refused} refused={refused} />;
}
