import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { ThreadPageView } from "#app/features/threads/components/thread-page-view.tsx";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { resolveRedirect } from "#app/features/threads/resolve-redirect.server.ts";
import { answerSchema, replySchema } from "#app/features/threads/schemas.ts";
import { summaryOf } from "#app/features/threads/summary-of.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import type { loader as rootLoader } from "#app/root.tsx";

export const loader = page(async (ctx, params) => {
  // An imported forum's addresses had the words first: /t/some-topic/12.
  if (!/^\d+$/.test(params.threadId ?? "")) {
    const { pathname, search } = new URL(ctx.request.url);
    const address = await resolveRedirect(ctx, pathname + search);
    if (address) throw redirect(address, 301);
  }
  const query = new URL(ctx.request.url).searchParams;
  const threadId = positiveId(params.threadId);
  const reply = query.get("reply");
  const view = await getThreadPage(ctx, {
    threadId,
    sort: query.get("sort") === "helpful" ? "helpful" : "oldest",
    cursor: query.get("after"),
    postId: Number(query.get("post") ?? reply) || null,
    allRepliesOf: Number(query.get("replies")) || null,
  });
  if (params.slug !== view.thread.slug) {
    throw redirect(view.thread.href + new URL(ctx.request.url).search, 301);
  }
  return {
    page: view,
    brand: ctx.community.name,
    description: summaryOf(view.opening.html),
    replyTo: Number(reply) || null,
    idempotencyKey: crypto.randomUUID(),
  };
});

export const action = form(async (ctx, fields, params) => {
  const threadId = positiveId(params.threadId);
  if (ctx.actor.id !== null) await limit(ctx, "post", String(ctx.actor.id));
  const post =
    fields.get("intent") === "reply"
      ? await postReply(ctx, { threadId, ...parseForm(replySchema, fields) })
      : await postAnswer(ctx, { threadId, ...parseForm(answerSchema, fields) });
  return redirect(post.href);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { thread } = data.page;
  return [
    { title: `${thread.title} · ${data.brand}` },
    { name: "description", content: data.description },
    { tagName: "link", rel: "canonical", href: thread.href },
  ];
};

export default function Thread() {
  const { page: view, ...rest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  const root = useRouteLoaderData<typeof rootLoader>("root");
  return <ThreadPageView page={view} viewer={root?.viewer ?? null} failure={failure} {...rest} />;
}
