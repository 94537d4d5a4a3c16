import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { escalateCase } from "#app/features/moderation/escalation/escalate.server.ts";
import { EscalateView } from "#app/features/moderation/escalation/escalate-view.tsx";
import { escalateForm } from "#app/features/moderation/escalation/escalation-forms.ts";
import { getEscalatePage } from "#app/features/moderation/escalation/get-escalate-page.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Passes a case on to the brand’s ticket system. */
export const loader = page(async (ctx, params) => ({
  page: await getEscalatePage(ctx, positiveId(params.caseId)),
  title: ctx.t("escalation.escalateTitle"),
}));

export const action = form(async (ctx, fields, params) => {
  const caseId = positiveId(params.caseId);
  await escalateCase(ctx, { caseId, ...parseForm(escalateForm, fields) });
  return redirect("/staff/escalations?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Escalate() {
  const { page: shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <EscalateView page={shown} refused={result && "ok" in result ? result : null} />;
}
