import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getOriginalPage } from "#app/features/moderation/masking/get-original-page.server.ts";
import { lookAtOriginal } from "#app/features/moderation/masking/look-at-original.server.ts";
import { OriginalView } from "#app/features/moderation/masking/original-view.tsx";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What was masked in a post, for staff; the text itself only in answer to the form. */
export const loader = page(async (ctx, params) => ({
  original: await getOriginalPage(ctx, positiveId(params.postId)),
  title: ctx.t("masking.title"),
}));

export const action = form(async (ctx, _fields, params) => {
  const seen = await lookAtOriginal(ctx, { postId: positiveId(params.postId) });
  return data({ seen }, { headers: { "Cache-Control": "no-store" } });
});

/** The list of looks with the one just made. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title, noindex: true }) : [];

export default function Original() {
  const { original } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const seen = result && "seen" in result ? result.seen : null;
  const problem = result && "ok" in result ? result.error : null;
  return <OriginalView page={original} seen={seen} problem={problem} />;
}
