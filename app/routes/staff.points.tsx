import { data, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { changePointRules } from "#app/features/reputation/rules/change-point-rules.server.ts";
import { deskResult, textsOf } from "#app/features/reputation/rules/desk-result.ts";
import { getPointsDesk } from "#app/features/reputation/rules/get-points-desk.server.ts";
import {
  dayForm,
  pointRulesForm,
  rulesOf,
} from "#app/features/reputation/rules/point-rules-form.ts";
import { PointsDeskView } from "#app/features/reputation/rules/points-desk-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What gives points, for staff. */
export const loader = page(async (ctx) => {
  const published = Number(new URL(ctx.request.url).searchParams.get("published"));
  const desk = await getPointsDesk(ctx);
  return {
    desk,
    published: published > 0 && published === desk.version ? published : null,
    title: ctx.t("rulesDesk.pointsTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "reputation.setRules", null);
  const given = parseForm(pointRulesForm, fields);
  const effectiveFrom = given.from === "day" ? parseForm(dayForm, fields).day : null;
  const { note, replaces, figures } = given;
  const input = { rules: rulesOf(given), effectiveFrom, note, replaces, figures };
  const done = await changePointRules(ctx, given.do, input);
  if ("published" in done) return redirect(`/staff/points?published=${done.published}`);
  const { trial, stale } = done;
  const problem = stale ? ctx.t("rulesDesk.figuresChanged") : null;
  return data({ values: textsOf(fields), trial, problem }, { status: stale ? 409 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title, noindex: true }) : [];

export default function StaffPoints() {
  const { desk, published } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = deskResult(answer && "values" in answer ? answer : null);
  return <PointsDeskView desk={desk} published={published} result={result} />;
}
