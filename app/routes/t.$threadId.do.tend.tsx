import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tendThread } from "#app/features/moderation/page-verbs.server.ts";
import {
  markDuplicateSchema,
  moveThreadSchema,
  retagThreadSchema,
} from "#app/features/threads/schemas.ts";
import { getTendForm } from "#app/features/threads/tending/get-tend-form.server.ts";
import { TendForm } from "#app/features/threads/tending/tend-form.tsx";
import { tagsOf } from "#app/features/threads/typed-tags.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** Where a thread gets other tags, another space, or leads to the question that answers it. */
export const loader = page(async (ctx, params) => {
  const thread = await getTendForm(ctx, positiveId(params.threadId));
  return { thread, title: ctx.t("powers.tendTitle", { title: thread.title }) };
});

function tend(ctx: Ctx, threadId: number, fields: FormData) {
  const intent = fields.get("intent");
  if (intent === "retag") {
    const { tags } = parseForm(retagThreadSchema, fields);
    return tendThread(ctx, threadId, { verb: "retag", tags: tagsOf(tags) });
  }
  if (intent === "duplicate") {
    const { target } = parseForm(markDuplicateSchema, fields);
    return tendThread(ctx, threadId, { verb: "mark_duplicate", target });
  }
  if (intent === "move") {
    const { spaceSlug } = parseForm(moveThreadSchema, fields);
    return tendThread(ctx, threadId, { verb: "move", spaceSlug });
  }
  throw new NotFoundError();
}

export const action = form(async (ctx, fields, params) => {
  if (ctx.actor.id !== null) await limit(ctx, "vote", String(ctx.actor.id));
  const thread = await tend(ctx, positiveId(params.threadId), fields);
  return redirect(thread.href);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Tend() {
  const { thread } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <TendForm thread={thread} failure={result && "ok" in result ? result : null} />;
}
