import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appealDecision } from "#app/features/moderation/appeal-decision.server.ts";
import { appealForm } from "#app/features/moderation/telling/appeal-form.ts";
import { readAppealPart } from "#app/features/moderation/telling/appeal-link.server.ts";
import { AppealView } from "#app/features/moderation/telling/appeal-view.tsx";
import { getAppealPage } from "#app/features/moderation/telling/get-appeal-page.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** Works signed out: whoever a ban is about reads it by the link of the message. Changes nothing. */
export const loader = page(async (ctx, params) => ({
  page: await getAppealPage(ctx, params.token ?? ""),
  title: `${ctx.t("telling.appealTitle")} · ${ctx.community.name}`,
}));

export const action = form(async (ctx, fields, params) => {
  const part = params.token ?? "";
  await limit(ctx, "link", networkOf(ctx.info.ip));
  const link = readAppealPart(part);
  if (!link) throw new NotFoundError();
  await appealDecision(ctx, { ...link, ...parseForm(appealForm, fields) });
  return redirect(`/appeal/${part}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.title },
        { name: "robots", content: "noindex" },
        { name: "referrer", content: "no-referrer" },
      ]
    : [];

export default function Appeal() {
  const { page: shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <AppealView page={shown} failure={failure} />;
}
