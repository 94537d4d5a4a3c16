import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  listCannedReplies,
  removeCannedReply,
  saveCannedReply,
} from "#app/features/moderation/canned-replies.server.ts";
import { RepliesView } from "#app/features/moderation/replies/replies-view.tsx";
import { replyForm } from "#app/features/moderation/replies/reply-form.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  replies: await listCannedReplies(ctx),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("replies.title"),
}));

export const action = form(async (ctx, fields) => {
  const { do: what, id, name, text } = parseForm(replyForm, fields);
  if (what === "save") await saveCannedReply(ctx, { id, name, text });
  else if (id !== undefined) await removeCannedReply(ctx, { id });
  return redirect("/staff/replies?saved");
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Replies() {
  const { replies, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <RepliesView replies={replies} saved={saved && !refused} refused={refused} />;
}
