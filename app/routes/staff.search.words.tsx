import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addWordRules } from "#app/features/threads/searching/words/add-word-rules.server.ts";
import { findSynonym } from "#app/features/threads/searching/words/find-synonym.server.ts";
import { getWordsPage } from "#app/features/threads/searching/words/get-words-page.server.ts";
import { pasteSynonyms } from "#app/features/threads/searching/words/paste-synonyms.server.ts";
import { removeSynonym } from "#app/features/threads/searching/words/remove-synonym.server.ts";
import { removeWordRule } from "#app/features/threads/searching/words/remove-word-rule.server.ts";
import { saveSynonym } from "#app/features/threads/searching/words/save-synonym.server.ts";
import { tryQuery } from "#app/features/threads/searching/words/try-query.server.ts";
import {
  pasteForm,
  removeSynonymForm,
  removeWordRuleForm,
  synonymForm,
  wordRulesForm,
} from "#app/features/threads/searching/words/word-forms.ts";
import { WORD_LIMITS } from "#app/features/threads/searching/words/word-limits.ts";
import { WordsView } from "#app/features/threads/searching/words/words-view.tsx";
import { assertCan } from "#app/features/members/policy.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const words = await getWordsPage(ctx, {
    find: query.get("find") ?? "",
    idle: query.has("idle"),
    part: Number(query.get("part") ?? 1),
  });
  const tried = (query.get("try") ?? "").trim().slice(0, WORD_LIMITS.queryLength);
  return {
    words,
    tried: tried === "" ? null : await tryQuery(ctx, tried),
    change: query.has("edit") ? await findSynonym(ctx, Number(query.get("edit"))) : null,
    given: (query.get("words") ?? "").slice(0, WORD_LIMITS.synonymLength),
    saved: query.has("saved") ? Number(query.get("saved")) || 0 : null,
    title: ctx.t("words.title"),
  };
});

/** Does what a form of the page asks for; gives how many synonyms it added at once. */
async function change(ctx: PageCtx, fields: FormData): Promise<number> {
  switch (fields.get("do")) {
    case "synonym":
      await saveSynonym(ctx, parseForm(synonymForm, fields));
      return 0;
    case "paste":
      return pasteSynonyms(ctx, parseForm(pasteForm, fields));
    case "remove":
      await removeSynonym(ctx, parseForm(removeSynonymForm, fields));
      return 0;
    case "rules":
      await addWordRules(ctx, parseForm(wordRulesForm, fields));
      return 0;
    case "unrule":
      await removeWordRule(ctx, parseForm(removeWordRuleForm, fields));
      return 0;
    default:
      throw new InvalidError({});
  }
}

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "tune_search", null);
  const added = await change(ctx, fields);
  return redirect(`/staff/search/words?saved=${added}`);
});

/**
 * Loads the lists anew after a refused form too: it may have taken the place of one sent just
 * before, which was saved, and whose lists never came.
 */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Words() {
  const { words, tried, change: edited, given, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return (
    <WordsView
      page={words}
      tried={tried}
      change={edited}
      words={given}
      saved={refused ? null : saved}
      refused={refused}
    />
  );
}
