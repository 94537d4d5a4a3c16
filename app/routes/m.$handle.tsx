import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProfileView } from "#app/features/threads/components/profile-view.tsx";
import { getProfile } from "#app/features/threads/get-profile.server.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const profile = await getProfile(ctx, {
    handle: params.handle ?? "",
    tab: query.get("tab") === "threads" ? "threads" : "answers",
    cursor: query.get("after"),
  });
  return { profile, brand: ctx.community.name };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.profile.member.name} · ${data.brand}` }] : [];

export default function Member() {
  const { profile, brand } = useLoaderData<typeof loader>();
  return <ProfileView profile={profile} brand={brand} />;
}
