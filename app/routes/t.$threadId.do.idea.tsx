import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { IdeaForm } from "#app/features/threads/components/idea-form.tsx";
import { getIdeaForm } from "#app/features/threads/get-idea-form.server.ts";
import { mergeIdea } from "#app/features/threads/merge-idea.server.ts";
import { mergeIdeaSchema, setIdeaStatusSchema } from "#app/features/threads/schemas.ts";
import { setIdeaStatus } from "#app/features/threads/set-idea-status.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where staff change an idea's status or merge it. */
export const loader = page(async (ctx, params) => {
  const idea = await getIdeaForm(ctx, positiveId(params.threadId));
  return { idea, title: ctx.t("idea.manageTitle", { title: idea.title }) };
});

export const action = form(async (ctx, fields, params) => {
  const threadId = positiveId(params.threadId);
  const thread =
    fields.get("intent") === "merge"
      ? await mergeIdea(ctx, { threadId, ...parseForm(mergeIdeaSchema, fields) })
      : await setIdeaStatus(ctx, { threadId, ...parseForm(setIdeaStatusSchema, fields) });
  return redirect(thread.href);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Idea() {
  const { idea } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <IdeaForm idea={idea} failure={result && "ok" in result ? result : null} />;
}
