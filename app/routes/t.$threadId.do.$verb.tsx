import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonView } from "#app/features/threads/components/reason-view.tsx";
import { runThreadVerb } from "#app/features/moderation/page-verbs.server.ts";
import { findThreadAddress } from "#app/features/threads/find-thread-address.server.ts";
import { verbSchema } from "#app/features/threads/schemas.ts";
import { threadVerbs } from "#app/features/threads/thread-verbs.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** The page behind a verb: asks for a reason, or says what went wrong and leads back. */
export const loader = page(async (ctx, params) => {
  const back = await findThreadAddress(ctx, positiveId(params.threadId));
  if (!back || !threadVerbs[params.verb ?? ""]) throw new NotFoundError();
  const asksReason = params.verb === "hide" || params.verb === "lock";
  const title = ctx.t(asksReason ? "reason.title" : "verb.confirm");
  return { back, asksReason, title: `${title} · ${ctx.community.name}` };
});

export const action = form(async (ctx, fields, params) => {
  const name = params.verb ?? "";
  if (!threadVerbs[name]) throw new NotFoundError();
  if (ctx.actor.id !== null) await limit(ctx, "vote", String(ctx.actor.id));
  const input = parseForm(verbSchema, fields);
  const thread = await runThreadVerb(ctx, { name, threadId: positiveId(params.threadId), input });
  return fields.has("stay") ? { ok: true as const } : redirect(thread.href);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Verb() {
  const { back, asksReason } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <ReasonView
      back={back}
      asksReason={asksReason}
      failure={result && !result.ok ? result : null}
    />
  );
}
