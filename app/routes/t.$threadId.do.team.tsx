import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskTeamView } from "#app/features/moderation/queues/ask-team-view.tsx";
import { askTeamForm } from "#app/features/moderation/queues/ask-team-form.ts";
import { askTeam, getAskTeam } from "#app/features/moderation/queues/ask-team.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where whoever asked brings the question to the team. */
export const loader = page(async (ctx, params) => ({
  thread: await getAskTeam(ctx, positiveId(params.threadId)),
  title: ctx.t("queues.askTeam"),
}));

export const action = form(async (ctx, fields, params) => {
  if (ctx.actor.id !== null) await limit(ctx, "report", String(ctx.actor.id));
  const { text } = parseForm(askTeamForm, fields);
  const threadId = positiveId(params.threadId);
  await askTeam(ctx, { threadId, text });
  return redirect(`/t/${threadId}/do/team`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function AskTeam() {
  const { thread } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <AskTeamView thread={thread} failure={result && "ok" in result ? result : null} />;
}
