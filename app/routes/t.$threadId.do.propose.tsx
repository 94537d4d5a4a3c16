import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  getProposePage,
  proposeClose,
  proposeDuplicate,
} from "#app/features/moderation/review/propose.server.ts";
import { ProposeView } from "#app/features/moderation/review/propose-view.tsx";
import {
  proposeCloseForm,
  proposeDuplicateForm,
  proposeForm,
} from "#app/features/moderation/review/review-forms.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where a member proposes to close a thread, or that another question answers it. */
export const loader = page(async (ctx, params) => ({
  page: await getProposePage(ctx, positiveId(params.threadId)),
  title: ctx.t("review.proposeTitle"),
}));

export const action = form(async (ctx, fields, params) => {
  const threadId = positiveId(params.threadId);
  const { what } = parseForm(proposeForm, fields);
  const { href } =
    what === "close"
      ? await proposeClose(ctx, { threadId, ...parseForm(proposeCloseForm, fields) })
      : await proposeDuplicate(ctx, { threadId, ...parseForm(proposeDuplicateForm, fields) });
  return redirect(href);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Propose() {
  const { page: shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ProposeView page={shown} refused={result && "ok" in result ? result : null} />;
}
