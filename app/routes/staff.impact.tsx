import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCallShare, setCallShare } from "#app/features/reputation/impact/call-share.server.ts";
import { callShareForm } from "#app/features/reputation/profile/call-share-form.ts";
import { CallShareView } from "#app/features/reputation/profile/call-share-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What the estimate of saved calls rests on. */
export const loader = page(async (ctx) => ({
  share: await getCallShare(ctx),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("impact.staffTitle"),
}));

export const action = form(async (ctx, fields) => {
  await setCallShare(ctx, parseForm(callShareForm, fields).share);
  return redirect("/staff/impact?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffImpact() {
  const { share, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <CallShareView share={share} saved={saved && !failure} failure={failure} />;
}
