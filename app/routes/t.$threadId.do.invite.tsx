import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviteForm } from "#app/features/reputation/expertise/invite-form.ts";
import { inviteToAnswer } from "#app/features/reputation/expertise/invite-to-answer.server.ts";
import { ReasonView } from "#app/features/threads/components/reason-view.tsx";
import { findThreadAddress } from "#app/features/threads/find-thread-address.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** The page behind an invitation: says what went wrong and leads back. */
export const loader = page(async (ctx, params) => {
  const back = await findThreadAddress(ctx, positiveId(params.threadId));
  if (!back) throw new NotFoundError();
  return { back, title: ctx.t("verb.confirm") };
});

export const action = form(async (ctx, fields, params) => {
  const threadId = positiveId(params.threadId);
  if (ctx.actor.id !== null) await limit(ctx, "vote", String(ctx.actor.id));
  const { member } = parseForm(inviteForm, fields);
  await inviteToAnswer(ctx, { threadId, memberId: member });
  return fields.has("stay") ? { ok: true as const } : redirect(`/t/${threadId}#invite`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Invite() {
  const { back } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <ReasonView back={back} asksReason={false} failure={result && !result.ok ? result : null} />
  );
}
