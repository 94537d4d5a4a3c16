import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FollowingView } from "#app/features/threads/components/following-view.tsx";
import { getFollowing } from "#app/features/threads/following/get-following.server.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  following: await getFollowing(ctx, {
    cursor: new URL(ctx.request.url).searchParams.get("after"),
  }),
  title: `${ctx.t("follow.title")} · ${ctx.community.name}`,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: "robots", content: "noindex" }] : [];

export default function Following() {
  return <FollowingView following={useLoaderData<typeof loader>().following} />;
}
