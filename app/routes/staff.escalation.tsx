import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { testEscalation } from "#app/features/moderation/escalation/escalate.server.ts";
import {
  accountForm,
  mailForm,
  settingsForm,
  webhookForm,
} from "#app/features/moderation/escalation/escalation-forms.ts";
import { getEscalationSettings } from "#app/features/moderation/escalation/get-escalation-settings.server.ts";
import {
  rotateSecret,
  setAccount,
  setEscalationMail,
  setWebhook,
} from "#app/features/moderation/escalation/set-escalation.server.ts";
import { EscalationSettingsView } from "#app/features/moderation/escalation/settings-view.tsx";
import type { PageCtx } from "#app/http/context.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where escalations go, for admins. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  return {
    page: await getEscalationSettings(ctx),
    saved: query.has("saved")
      ? ("saved" as const)
      : query.has("tested")
        ? ("tested" as const)
        : null,
    title: ctx.t("escalation.settingsTitle"),
  };
});

/** Does what a form of the page asks for; gives a new secret. */
async function change(ctx: PageCtx, fields: FormData): Promise<string | null> {
  const { do: part } = parseForm(settingsForm, fields);
  if (part === "webhook") {
    const { webhookOn, webhookUrl } = parseForm(webhookForm, fields);
    const { secret } = await setWebhook(ctx, { on: webhookOn === "yes", url: webhookUrl });
    return secret;
  }
  if (part === "secret") return (await rotateSecret(ctx)).secret;
  if (part === "mail") {
    const { mailOn, mailTo } = parseForm(mailForm, fields);
    await setEscalationMail(ctx, { on: mailOn === "yes", to: mailTo });
  } else {
    const { account } = parseForm(accountForm, fields);
    await setAccount(ctx, { memberId: account === "" ? null : Number(account) });
  }
  return null;
}

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "desk.setClocks", null);
  if (fields.get("do") === "test") {
    await testEscalation(ctx);
    return redirect("/staff/escalation?tested");
  }
  // It stands in this answer alone: no address and no store holds it.
  const secret = await change(ctx, fields);
  return secret === null ? redirect("/staff/escalation?saved") : { secret };
});

export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffEscalation() {
  const { page: shown, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  const secret = result && "secret" in result ? result.secret : null;
  return (
    <EscalationSettingsView
      page={shown}
      saved={result ? null : saved}
      secret={secret}
      refused={refused}
    />
  );
}
