import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWordList } from "#app/features/automod/rules/change-rules.server.ts";
import { getWordList } from "#app/features/automod/rules/get-word-list.server.ts";
import { wordListForm } from "#app/features/automod/rules/rule-forms.ts";
import { WordListView } from "#app/features/automod/rules/word-list-view.tsx";
import { assertCan } from "#app/features/members/policy.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** One word list of automod, or a new one. */
export const loader = page(async (ctx) => {
  const list = new URL(ctx.request.url).searchParams.get("list");
  return {
    list: await getWordList(ctx, list === null ? null : Number(list)),
    title: ctx.t("automod.listTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "automod.setRules", null);
  const done = await changeWordList(ctx, parseForm(wordListForm, fields));
  if ("trial" in done) return redirect(`/staff/automod/trials/${done.trial}`);
  return redirect("/staff/automod?saved");
});

/** After a refused form too: what somebody else changed meanwhile is there then. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffAutomodWords() {
  const { list } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <WordListView page={list} refused={result && "ok" in result ? result : null} />;
}
