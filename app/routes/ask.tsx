import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { detailsOf } from "#app/features/threads/asking/field-details.ts";
import { showAgain, typedIn } from "#app/features/threads/asking/show-again.ts";
import { suggestPlace } from "#app/features/threads/asking/suggest-place.server.ts";
import { NO_SUGGESTIONS, type Suggestions } from "#app/features/threads/asking/suggestions.ts";
import { AskView } from "#app/features/threads/components/ask-view.tsx";
import { claimQuestion } from "#app/features/threads/drafts/claim-question.server.ts";
import { keptQuestionForm } from "#app/features/threads/drafts/draft-form.ts";
import { askKeyOf } from "#app/features/threads/drafts/draft-key.ts";
import { getDrafts } from "#app/features/threads/drafts/get-drafts.server.ts";
import {
  keepQuestion,
  QUESTION_KEPT_SECONDS,
} from "#app/features/threads/drafts/keep-question.server.ts";
import { getAskForm, type AskForm } from "#app/features/threads/get-ask-form.server.ts";
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
import { form, page, type FormFailure } from "#app/http/respond.server.ts";

/** Who asked as a guest and signed in goes on where they were. */
async function goOn(ctx: PageCtx) {
  const token = readKeptQuestion(ctx.request.headers.get("cookie"));
  if (token === null || ctx.actor.kind === "guest") return;
  const key = await claimQuestion(ctx, token);
  throw redirect(key === null ? "/ask" : `/ask?${new URLSearchParams({ draft: key }).toString()}`, {
    headers: { "Set-Cookie": blankKeptQuestionCookie() },
  });
}

/** What is similar to a question; whatever goes wrong there, it can be written and posted. */
async function lookFor(ctx: PageCtx, written: { title: string; text: string }) {
  try {
    if (written.title !== "")
      await limit(ctx, "askSuggest", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
    return await suggestPlace(ctx, written);
  } catch (error) {
    ctx.log.warn({ err: error }, "nothing suggested");
    return NO_SUGGESTIONS;
  }
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
    suggestions: await lookFor(ctx, {
      title: draft?.title ?? query.get("title") ?? "",
      text: draft?.body ?? "",
    }),
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

/** Without a script a question that is answered already is stopped once, to show where. */
function stops(fields: FormData, found: Suggestions): boolean {
  if (fields.has("seen") || fields.get("kind") !== "question") return false;
  return found.similar.some(({ answers }) => answers);
}

export const action = form(async (ctx, fields) => {
  const shown = showAgain(fields);
  const looks = shown !== null || !fields.has("seen") || !fields.get("spaceSlug");
  const typed = typedIn(fields);
  const written = { title: typed.title ?? "", text: typed.body ?? "" };
  const found = looks ? await lookFor(ctx, written) : NO_SUGGESTIONS;
  if (shown) return { shown, found, stopped: false };
  if (stops(fields, found)) {
    return { shown: { ...typed, seen: "1" }, found, stopped: true };
  }
  if (ctx.actor.id === null) return keepForGuest(ctx, fields);
  await limit(ctx, "post", String(ctx.actor.id));
  // Without a space the question is refused: with what comes back goes a guess where it belongs.
  if (!fields.get("spaceSlug")) {
    if (found.space) fields.set("guessedSpace", found.space.slug);
    fields.set("guessedTags", found.tags.join(", "));
  }
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

/** What was guessed of a question that came back, for a page without a script. */
function guessed(failure: FormFailure, ask: AskForm): Suggestions {
  const { guessedSpace, guessedTags = "" } = failure.values;
  const space = ask.spaces.find(({ slug }) => slug === guessedSpace) ?? null;
  return { ...NO_SUGGESTIONS, space, tags: tagsOf(guessedTags) };
}

export default function Ask() {
  const { title: _title, suggestions, ...page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  const again = result && "shown" in result ? result : null;
  const found = failure ? guessed(failure, page.ask) : again?.found;
  return (
    <AskView
      {...page}
      failure={failure}
      shown={again?.shown ?? null}
      suggestions={found ?? suggestions}
      stopped={again?.stopped ?? false}
    />
  );
}
