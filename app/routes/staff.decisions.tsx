import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportPeriod } from "#app/features/moderation/clocks/report-period.ts";
import { reverseDecision } from "#app/features/moderation/reverse-decision.server.ts";
import { readDecisionQuery, undoForm } from "#app/features/moderation/statements/decisions-form.ts";
import { DecisionsView } from "#app/features/moderation/statements/decisions-view.tsx";
import { listDecisions } from "#app/features/moderation/statements/list-decisions.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What was decided, by whom and why, for staff. */
export const loader = page(async (ctx) => {
  const params = new URL(ctx.request.url).searchParams;
  const { timeZone } = ctx.community;
  const { days, period, wrong } = reportPeriod(params, { now: ctx.now, timeZone });
  const query = readDecisionQuery(params, days);
  const list = await listDecisions(ctx, {
    verb: query.verb || null,
    moderator: query.moderator.trim() || null,
    reversed: query.reversed || null,
    period,
    after: params.get("after"),
  });
  return { list, query, wrong, undone: params.has("undone"), title: ctx.t("statements.title") };
});

export const action = form(async (ctx, fields) => {
  await reverseDecision(ctx, { decisionId: parseForm(undoForm, fields).decision });
  const params = new URL(ctx.request.url).searchParams;
  params.set("undone", "");
  return redirect(`/staff/decisions?${params.toString()}`);
});

/** A refused form must be answered with the list as it is now. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffDecisions() {
  const { list, query, wrong, undone } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return (
    <DecisionsView list={list} query={query} wrongDays={wrong} undone={undone} failure={failure} />
  );
}
