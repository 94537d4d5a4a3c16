import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getProposals } from "#app/features/guidelines/get-proposals.server.ts";
import { proposeForm } from "#app/features/guidelines/guideline-forms.ts";
import { ProposalsView } from "#app/features/guidelines/proposals-view.tsx";
import { proposeGuidelines } from "#app/features/guidelines/propose-guidelines.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  ...(await getProposals(ctx)),
  title: ctx.t("guidelines.proposalsTitle"),
}));

export const action = form(async (ctx, fields) => {
  const id = await proposeGuidelines(ctx, parseForm(proposeForm, fields));
  return redirect(`/guidelines/proposals/${id}`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, path: "/guidelines/proposals" }) : [];

export default function Proposals() {
  const { lines, draft } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <ProposalsView lines={lines} draft={draft} failure={failure} />;
}
