import { data, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { arrangeRanks, changeRanks } from "#app/features/reputation/rules/change-ranks.server.ts";
import { deskResult, textsOf } from "#app/features/reputation/rules/desk-result.ts";
import { getRanksDesk } from "#app/features/reputation/rules/get-ranks-desk.server.ts";
import {
  checkDraft,
  draftValues,
  readDraft,
  readStep,
} from "#app/features/reputation/rules/rank-draft.ts";
import { RanksDeskView } from "#app/features/reputation/rules/ranks-desk-view.tsx";
import { ranksForm } from "#app/features/reputation/rules/ranks-form.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** The list of ranks, for staff. */
export const loader = page(async (ctx) => {
  const published = Number(new URL(ctx.request.url).searchParams.get("published"));
  const desk = await getRanksDesk(ctx);
  return {
    desk,
    published: published > 0 && published === desk.version ? published : null,
    title: ctx.t("rulesDesk.ranksTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "reputation.setRules", null);
  const given = parseForm(ranksForm, fields);
  const values = textsOf(fields);
  const draft = readDraft(values);
  const step = readStep(given.do);
  if (step) {
    const arranged = draftValues(await arrangeRanks(ctx, draft, step));
    const kept = { ...arranged, note: given.note };
    return data({ values: kept, trial: null, problem: null }, { status: 200 });
  }
  const { note, replaces, figures } = given;
  const input = { ranks: checkDraft(draft), note, replaces, figures };
  const done = await changeRanks(ctx, given.do === "publish" ? "publish" : "try", input);
  if ("published" in done) return redirect(`/staff/ranks?published=${done.published}`);
  const { trial, stale } = done;
  const problem = stale ? ctx.t("rulesDesk.figuresChanged") : null;
  return data({ values, trial, problem }, { status: stale ? 409 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title, noindex: true }) : [];

export default function StaffRanks() {
  const { desk, published } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = deskResult(answer && "values" in answer ? answer : null);
  return <RanksDeskView desk={desk} published={published} result={result} />;
}
