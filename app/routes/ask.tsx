import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { detailsOf } from "#app/features/threads/asking/field-details.ts";
import { showAgain } from "#app/features/threads/asking/show-again.ts";
import { NO_SUGGESTIONS, suggestPlace } from "#app/features/threads/asking/suggest-place.server.ts";
import { AskView } from "#app/features/threads/components/ask-view.tsx";
import { claimQuestion } from "#app/features/threads/drafts/claim-question.server.ts";
import { keptQuestionForm } from "#app/features/threads/drafts/draft-form.ts";
import { askKeyOf } from "#app/features/threads/drafts/draft-key.ts";
import { getDrafts } from "#app/features/threads/drafts/get-drafts.server.ts";
import {
  keepQuestion,
  QUESTION_KEPT_SECONDS,
} from "#app/features/threads/drafts/keep-question.server.ts";
import { getAskForm } from "#app/features/threads/get-ask-form.server.ts";
import { startThreadSchema } from "#app/features/threads/schemas.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { tagsOf } from "#app/features/threads/typed-tags.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import {
  blankKeptQuestionCookie,
  keptQuestionCookie,
  readKeptQuestion,
} from "#app/http/kept-question-cookie.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Who asked as a guest and signed in goes on where they were. */
async function goOn(ctx: PageCtx) {
  const token = readKeptQuestion(ctx.request.headers.get("cookie"));
  if (token === null || ctx.actor.kind === "guest") return;
  const key = await claimQuestion(ctx, token);
  throw redirect(key === null ? "/ask" : `/ask?${new URLSearchParams({ draft: key }).toString()}`, {
    headers: { "Set-Cookie": blankKeptQuestionCookie() },
  });
}

export const loader = page(async (ctx) => {
  await goOn(ctx);
  const query = new URL(ctx.request.url).searchParams;
  const draftKey = askKeyOf(query.get("draft"));
  const [ask, drafts] = await Promise.all([getAskForm(ctx), getDrafts(ctx, [draftKey])]);
  const draft = drafts[draftKey] ?? null;
  return {
    ask,
    given: {
      title: (query.get("title") ?? "").slice(0, 150),
      space: query.get("space") ?? "",
      kind: query.get("kind") ?? "question",
    },
    idempotencyKey: crypto.randomUUID(),
    draftKey,
    draft,
    suggestions:
      draft && draft.spaceSlug === ""
        ? await suggestPlace(ctx, { title: draft.title, text: draft.body })
        : NO_SUGGESTIONS,
    title: `${ctx.t("ask.title")} · ${ctx.community.name}`,
  };
});

/** A guest's question waits while they sign in. */
async function keepForGuest(ctx: PageCtx, fields: FormData) {
  await limit(ctx, "keptQuestion", networkOf(ctx.info.ip));
  const question = { ...parseForm(keptQuestionForm, fields), details: detailsOf(fields) };
  const token = await keepQuestion(ctx, question);
  return redirect("/sign-in?to=/ask&note=question", {
    headers: { "Set-Cookie": keptQuestionCookie(token, QUESTION_KEPT_SECONDS) },
  });
}

/** Without a space the question is refused: with what comes back goes a guess where it belongs. */
async function guessPlace(ctx: PageCtx, fields: FormData): Promise<void> {
  const [title, text] = [fields.get("title"), fields.get("body")];
  if (fields.get("spaceSlug") || typeof title !== "string" || typeof text !== "string") return;
  const { space, tags } = await suggestPlace(ctx, { title, text });
  if (space) fields.set("guessedSpace", space.slug);
  fields.set("guessedTags", tags.join(", "));
}

export const action = form(async (ctx, fields) => {
  const shown = showAgain(fields);
  if (shown) return { shown };
  if (ctx.actor.id === null) return keepForGuest(ctx, fields);
  await limit(ctx, "post", String(ctx.actor.id));
  await guessPlace(ctx, fields);
  const { tags, draftKey, ...input } = parseForm(startThreadSchema, fields);
  const thread = await startThread(ctx, {
    ...input,
    tags: tagsOf(tags),
    details: detailsOf(fields),
    draftKey: draftKey === undefined ? undefined : askKeyOf(draftKey),
  });
  return redirect(thread.href);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Ask() {
  const { title: _title, suggestions, ...page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  const guessed = failure?.values.guessedSpace;
  return (
    <AskView
      {...page}
      failure={failure}
      shown={result && "shown" in result ? result.shown : null}
      suggestions={
        failure
          ? {
              ...suggestions,
              space: page.ask.spaces.find(({ slug }) => slug === guessed) ?? null,
              tags: tagsOf(failure.values.guessedTags ?? ""),
            }
          : suggestions
      }
    />
  );
}
