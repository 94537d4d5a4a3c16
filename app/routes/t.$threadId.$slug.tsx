import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { getQuestionData } from "#app/features/open-web/question-data.server.ts";
import { threadCardImage } from "#app/features/open-web/thread-card.server.ts";
import { getInvitePanel } from "#app/features/reputation/expertise/get-invite-panel.server.ts";
import { InvitePanelView } from "#app/features/reputation/expertise/invite-panel.tsx";
import { ActionForm } from "#app/features/threads/components/action-form.tsx";
import { ThreadPageView } from "#app/features/threads/components/thread-page-view.tsx";
import { findMovedAddress } from "#app/features/threads/find-moved-address.server.ts";
import { getDrafts } from "#app/features/threads/drafts/get-drafts.server.ts";
import { findPostAddress } from "#app/features/threads/find-post-address.server.ts";
import { getIdeaLog } from "#app/features/threads/get-idea-log.server.ts";
import { getQuote } from "#app/features/threads/get-quote.server.ts";
import { readThread } from "#app/features/threads/following/read-thread.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { resolveRedirect } from "#app/features/threads/resolve-redirect.server.ts";
import { answerSchema, replySchema } from "#app/features/threads/schemas.ts";
import { summaryOf } from "#app/features/threads/summary-of.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { numberedPage } from "#app/features/threads/numbered-page.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";
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
  const quoted = Number(query.get("quote")) || null;
  const replyTo = Number.isSafeInteger(Number(reply)) ? Number(reply) : 0;
  const [view, drafts, unread] = await Promise.all([
    getThreadPage(ctx, {
      threadId,
      sort: query.get("sort") === "helpful" ? "helpful" : "oldest",
      cursor: query.get("after"),
      page: Number(query.get("page")) || null,
      postId: Number(query.get("post") ?? reply) || null,
      allRepliesOf: Number(query.get("replies")) || null,
    }),
    getDrafts(ctx, [`answer:${threadId}`, `reply:${replyTo}`]),
    readThread(ctx, threadId),
  ]).catch(async (error: unknown) => {
    // All that stood in it stands elsewhere.
    if (!(error instanceof NotFoundError)) throw error;
    const moved = await findMovedAddress(ctx, threadId, Number(query.get("post")) || null);
    throw moved ? redirect(moved, 301) : error;
  });
  // The old address of a merged idea leads to the other one; whoever asks to stay sees where it went.
  if (view.thread.mergedInto && !query.has("stay"))
    throw redirect(view.thread.mergedInto.href, 301);
  // One of its posts may stand in another thread by now.
  const asked = Number(query.get("post")) || null;
  const stands = asked === null ? null : await findPostAddress(ctx, asked);
  if (stands && !stands.startsWith(`/t/${threadId}/`)) throw redirect(stands, 301);
  if (params.slug !== view.thread.slug) {
    throw redirect(view.thread.href + new URL(ctx.request.url).search, 301);
  }
  const { number, ...numbered } = numberedPage(view, query.has("page"));
  return {
    page: view,
    ...numbered,
    title:
      number > 1
        ? ctx.t("reading.pageTitle", { title: view.thread.title, page: number })
        : view.thread.title,
    brand: ctx.community.name,
    description: summaryOf(view.opening.html),
    // Another order or page of the same thread is not listed; a link to one of its posts is the thread.
    variant: query.has("sort") || query.has("after") || query.has("stay"),
    image: threadCardImage(ctx.community, view.thread),
    questionData: query.size === 0 ? await getQuestionData(ctx, view) : null,
    ideaLog: view.thread.kind === "idea" ? await getIdeaLog(ctx, threadId) : [],
    saidFix: query.has("fix") ? query.get("fix") === "yes" : null,
    replyTo: replyTo || null,
    drafts,
    unread,
    quote:
      quoted && view.thread.can.answer ? await getQuote(ctx, { threadId, postId: quoted }) : "",
    idempotencyKey: crypto.randomUUID(),
    experts: view.thread.can.invite ? await getInvitePanel(ctx, threadId) : null,
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

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { thread } = data.page;
  return pageMeta(matches, {
    title: data.title,
    description: data.description,
    path: data.path,
    near: data.near,
    type: "article",
    noindex: data.variant || thread.state !== "published",
    feed: { path: `/t/${thread.id}/feed.atom`, title: thread.title },
    image: data.image,
    data: data.questionData,
  });
};

export default function Thread() {
  const {
    page: view,
    brand,
    replyTo,
    quote,
    idempotencyKey,
    drafts,
    unread,
    ideaLog,
    saidFix,
    experts,
  } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  const root = useRouteLoaderData<typeof rootLoader>("root");
  return (
    <ThreadPageView
      page={view}
      viewer={root?.viewer ?? null}
      failure={failure}
      brand={brand}
      replyTo={replyTo}
      idempotencyKey={idempotencyKey}
      drafts={drafts}
      unread={unread}
      ideaLog={ideaLog}
      saidFix={saidFix}
      quote={quote}
      experts={
        experts ? (
          <InvitePanelView
            panel={experts}
            threadId={view.thread.id}
            brand={brand}
            form={ActionForm}
          />
        ) : null
      }
    />
  );
}
