import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { handOver } from "#app/features/moderation/review/hand-over.server.ts";
import { HandOverView } from "#app/features/moderation/review/hand-over-view.tsx";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Hands a held post over to the members who review. */
export const loader = page((ctx, params) => {
  assertCan(ctx.actor, "desk.manage", null);
  return Promise.resolve({
    caseId: positiveId(params.caseId),
    title: ctx.t("review.handOverTitle"),
  });
});

export const action = form(async (ctx, _fields, params) => {
  assertCan(ctx.actor, "desk.manage", null);
  const caseId = positiveId(params.caseId);
  await handOver(ctx, { caseId });
  return redirect("/staff/desk?queue=held");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function HandOver() {
  const { caseId } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <HandOverView caseId={caseId} failure={refused?.error ?? null} />;
}
