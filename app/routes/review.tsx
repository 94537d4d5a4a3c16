import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castVote } from "#app/features/moderation/review/cast-vote.server.ts";
import { getReviewPage } from "#app/features/moderation/review/get-review-page.server.ts";
import { voteForm } from "#app/features/moderation/review/review-forms.ts";
import { ReviewView } from "#app/features/moderation/review/review-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where members of high ranks review a part of the desk’s queue. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const told = query.get("told");
  return {
    page: await getReviewPage(ctx, {
      told: told === null ? null : Number(told),
      late: query.has("late"),
    }),
    title: ctx.t("review.title"),
  };
});

export const action = form(async (ctx, fields) => {
  const { turn, answer } = parseForm(voteForm, fields);
  const { said } = await castVote(ctx, { turnId: turn, answer });
  return redirect(`/review?told=${turn}${said === "late" ? "&late" : ""}`);
});

/** What another answered meanwhile is gone: the next thing is loaded after a refused answer too. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Review() {
  const { page: shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <ReviewView page={shown} failure={refused?.error ?? null} />;
}
