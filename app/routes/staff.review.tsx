import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import { getReviewDesk } from "#app/features/moderation/review/get-review-desk.server.ts";
import { ReviewDeskView } from "#app/features/moderation/review/review-desk-view.tsx";
import { reviewSettingsForm, settingsOf } from "#app/features/moderation/review/review-forms.ts";
import { setReview } from "#app/features/moderation/review/set-review.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** What members review, and how well, for staff. */
export const loader = page(async (ctx) => ({
  desk: await getReviewDesk(ctx),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("review.deskTitle"),
}));

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "desk.manage", null);
  await setReview(ctx, settingsOf(parseForm(reviewSettingsForm, fields)));
  return redirect("/staff/review?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffReview() {
  const { desk, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <ReviewDeskView desk={desk} saved={saved && !refused} refused={refused} />;
}
