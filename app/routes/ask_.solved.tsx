import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeQuestion } from "#app/features/threads/asking/close-question.server.ts";
import { closeQuestionForm, reopenQuestionForm } from "#app/features/threads/asking/closed-form.ts";
import { detailsOf } from "#app/features/threads/asking/field-details.ts";
import { getSolvedPage } from "#app/features/threads/asking/get-solved-page.server.ts";
import { reopenQuestion } from "#app/features/threads/asking/reopen-question.server.ts";
import { NotClosedView } from "#app/features/threads/asking/not-closed-view.tsx";
import { SolvedView } from "#app/features/threads/asking/solved-view.tsx";
import { askKeyOf } from "#app/features/threads/drafts/draft-key.ts";
import { positiveId } from "#app/http/address-parts.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";

/** The page after "This solved it"; without a thread it only says what went wrong. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const once = query.get("once") ?? "";
  const thread = query.get("thread");
  return {
    solved:
      thread === null ? null : await getSolvedPage(ctx, { threadId: positiveId(thread), once }),
    once,
    owner: ctx.actor.kind === "guest" ? null : ctx.actor.handle,
    title: ctx.t("ask.solvedTitle"),
  };
});

async function reopen(ctx: PageCtx, fields: FormData) {
  const key = await reopenQuestion(ctx, parseForm(reopenQuestionForm, fields).once);
  const draft = key ?? "ask";
  return redirect(draft === "ask" ? "/ask" : `/ask?${new URLSearchParams({ draft }).toString()}`);
}

export const action = form(async (ctx, fields) => {
  if (ctx.actor.id !== null) await limit(ctx, "draft", ctx.actor.id);
  else await limit(ctx, "keptQuestion", networkOf(ctx.info.ip));
  if (fields.has("reopen")) return reopen(ctx, fields);
  const { threadId, once, draftKey, idempotencyKey, ...written } = parseForm(
    closeQuestionForm,
    fields,
  );
  await closeQuestion(ctx, {
    threadId,
    once,
    draftKey: askKeyOf(draftKey),
    formKey: idempotencyKey,
    written: { ...written, details: detailsOf(fields) },
  });
  const next = new URLSearchParams({ thread: String(threadId), once });
  return redirect(`/ask/solved?${next.toString()}`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Solved() {
  const { solved, once, owner } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result && !result.ok) return <NotClosedView failure={result} />;
  if (!solved) return <NotClosedView failure={null} />;
  return <SolvedView page={solved} once={once} owner={owner} />;
}
