import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { arrangePin } from "#app/features/threads/searching/words/arrange-pin.server.ts";
import { getPinsPage } from "#app/features/threads/searching/words/get-pins-page.server.ts";
import { pinThread } from "#app/features/threads/searching/words/pin-thread.server.ts";
import { PinsView } from "#app/features/threads/searching/words/pins-view.tsx";
import { arrangePinForm, pinForm } from "#app/features/threads/searching/words/word-forms.ts";
import { WORD_LIMITS } from "#app/features/threads/searching/words/word-limits.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  return {
    queries: await getPinsPage(ctx),
    given: (query.get("query") ?? "").slice(0, WORD_LIMITS.queryLength),
    saved: query.has("saved"),
    title: ctx.t("words.pinsTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "tune_search", null);
  if (fields.get("do") === "arrange") {
    await arrangePin(ctx, parseForm(arrangePinForm, fields));
    return redirect("/staff/search/pins");
  }
  await pinThread(ctx, parseForm(pinForm, fields));
  return redirect("/staff/search/pins?saved");
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Pins() {
  const { queries, given, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <PinsView queries={queries} query={given} saved={saved && !refused} refused={refused} />;
}
