import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getOwnBadge } from "#app/features/reputation/open-badge/get-own-badge.server.ts";
import { ownChoicesForm } from "#app/features/reputation/profile/own-choices-form.ts";
import { OwnChoicesView } from "#app/features/reputation/profile/own-choices-view.tsx";
import { getOwnChoices, setOwnChoices } from "#app/features/reputation/set-own-choices.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  choices: await getOwnChoices(ctx),
  badge: getOwnBadge(ctx),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: `${ctx.t("impact.tab")} · ${ctx.community.name}`,
}));

export const action = form(async (ctx, fields) => {
  await setOwnChoices(ctx, parseForm(ownChoicesForm, fields));
  return redirect("/settings/recognition?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function RecognitionSettings() {
  const { choices, badge, saved } = useLoaderData<typeof loader>();
  return <OwnChoicesView choices={choices} {...badge} saved={saved} />;
}
