import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonView } from "#app/features/threads/components/reason-view.tsx";
import { runPostVerb } from "#app/features/moderation/page-verbs.server.ts";
import { findPostAddress } from "#app/features/threads/find-post-address.server.ts";
import { postVerbs } from "#app/features/threads/post-verbs.server.ts";
import { verbSchema } from "#app/features/threads/schemas.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** The page behind a verb: asks for a reason, or says what went wrong and leads back. */
export const loader = page(async (ctx, params) => {
  const back = await findPostAddress(ctx, positiveId(params.postId));
  if (!back || !postVerbs[params.verb ?? ""]) throw new NotFoundError();
  const asksReason = params.verb === "hide" || params.verb === "vote-hide";
  const title = ctx.t(asksReason ? "reason.title" : "verb.confirm");
  return { back, asksReason, title: `${title} · ${ctx.community.name}` };
});

export const action = form(async (ctx, fields, params) => {
  const name = params.verb ?? "";
  if (!postVerbs[name]) throw new NotFoundError();
  if (ctx.actor.id !== null) await limit(ctx, "vote", String(ctx.actor.id));
  const input = parseForm(verbSchema, fields);
  const post = await runPostVerb(ctx, { name, postId: positiveId(params.postId), input });
  return fields.has("stay") ? { ok: true as const } : redirect(post.href);
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
