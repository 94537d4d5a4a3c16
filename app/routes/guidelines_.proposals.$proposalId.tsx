import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getProposal } from "#app/features/guidelines/get-proposals.server.ts";
import {
  commentForm,
  declineForm,
  rebaseForm,
  voteForm,
} from "#app/features/guidelines/guideline-forms.ts";
import { ProposalView } from "#app/features/guidelines/proposal-view.tsx";
import {
  commentProposal,
  rebaseProposal,
  voteOnProposal,
} from "#app/features/guidelines/propose-guidelines.server.ts";
import {
  declineProposal,
  ratifyProposal,
} from "#app/features/guidelines/ratify-proposal.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

export const loader = page(async (ctx, params) => ({
  page: await getProposal(ctx, positiveId(params.proposalId)),
}));

export const action = form(async (ctx, fields, params) => {
  const id = positiveId(params.proposalId);
  switch (fields.get("intent")) {
    case "vote":
      await voteOnProposal(ctx, { id, yes: parseForm(voteForm, fields).vote === "yes" });
      break;
    case "comment":
      await commentProposal(ctx, { id, ...parseForm(commentForm, fields) });
      break;
    case "rebase":
      await rebaseProposal(ctx, { id, ...parseForm(rebaseForm, fields) });
      break;
    case "ratify":
      await ratifyProposal(ctx, { id });
      break;
    case "decline":
      await declineProposal(ctx, { id, ...parseForm(declineForm, fields) });
      break;
    default:
      throw new InvalidError({});
  }
  return redirect(`/guidelines/proposals/${id}`);
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.page.summary,
        path: `/guidelines/proposals/${data.page.id}`,
      })
    : [];

export default function Proposal() {
  const { page: shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ProposalView page={shown} failure={result && "ok" in result ? result : null} />;
}
