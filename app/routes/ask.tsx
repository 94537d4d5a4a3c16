import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskView } from "#app/features/threads/components/ask-view.tsx";
import { getAskForm } from "#app/features/threads/get-ask-form.server.ts";
import { startThreadSchema, tagsOf } from "#app/features/threads/schemas.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  return {
    ask: await getAskForm(ctx),
    given: {
      title: (query.get("title") ?? "").slice(0, 150),
      space: query.get("space") ?? "",
      kind: query.get("kind") ?? "question",
    },
    idempotencyKey: crypto.randomUUID(),
    title: `${ctx.t("ask.title")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  if (ctx.actor.id !== null) await limit(ctx, "post", String(ctx.actor.id));
  const { tags, ...input } = parseForm(startThreadSchema, fields);
  const thread = await startThread(ctx, { ...input, tags: tagsOf(tags) });
  return redirect(thread.href);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Ask() {
  const { ask, given, idempotencyKey } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <AskView ask={ask} given={given} idempotencyKey={idempotencyKey} failure={failure} />;
}
