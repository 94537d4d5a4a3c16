import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CasesDeskView } from "#app/features/reputation/fairness/cases-desk-view.tsx";
import { caseForm } from "#app/features/reputation/fairness/cases-form.ts";
import { decideVoteCase } from "#app/features/reputation/fairness/decide-vote-case.server.ts";
import { getCasesDesk } from "#app/features/reputation/fairness/get-cases-desk.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Cases of unfair votes, for staff. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  return {
    desk: await getCasesDesk(ctx, { state: query.get("state"), after: query.get("after") }),
    saved: query.has("saved"),
    title: ctx.t("rulesDesk.votesTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  const { case: caseId, verdict, note } = parseForm(caseForm, fields);
  await decideVoteCase(ctx, { caseId, verdict, note });
  return redirect(`/staff/votes?state=${verdict}&saved`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffVotes() {
  const { desk, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "ok" in answer ? answer : null;
  return <CasesDeskView desk={desk} saved={saved && !refused} refused={refused} />;
}
