import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProfileView } from "#app/features/threads/components/profile-view.tsx";
import { isFollowing } from "#app/features/threads/following/is-following.server.ts";
import { getProfile } from "#app/features/threads/get-profile.server.ts";
import { BadgeBlock } from "#app/features/reputation/badges/badge-block.tsx";
import { getMemberBadges } from "#app/features/reputation/badges/get-member-badges.server.ts";
import { getRecognition } from "#app/features/reputation/profile/get-recognition.server.ts";
import { ImpactSection } from "#app/features/reputation/profile/impact-section.tsx";
import { KnowsSection } from "#app/features/reputation/profile/knows-section.tsx";
import { RankSection } from "#app/features/reputation/profile/rank-section.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { Rail } from "#app/ui/rail.tsx";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const profile = await getProfile(ctx, {
    handle: params.handle ?? "",
    tab: query.get("tab") === "threads" ? "threads" : "answers",
    cursor: query.get("after"),
  });
  const follows = await isFollowing(ctx, "member", profile.member.handle);
  const held = await getMemberBadges(ctx, profile.member.handle);
  return {
    profile,
    recognition: await getRecognition(ctx, profile.member.handle),
    follows,
    badges: held?.badges ?? [],
    about: ctx.t("badges.ofMember", { name: profile.member.name }),
    brand: ctx.community.name,
    variant: query.has("tab") || query.has("after"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { member, counts } = data.profile;
  return pageMeta(matches, {
    title: member.name,
    description: member.bio.slice(0, 160),
    path: `/m/${member.handle}`,
    type: "profile",
    noindex: data.variant || counts.threads + counts.answers === 0,
  });
};

export default function Member() {
  const { profile, recognition, brand, follows, badges, about } = useLoaderData<typeof loader>();
  const { impact, knows } = recognition;
  return (
    <ProfileView
      profile={profile}
      brand={brand}
      follows={follows}
      helped={impact?.helped ?? 0}
      gave={
        <>
          <RankSection recognition={recognition} handle={profile.member.handle} />
          {impact?.own ? <ImpactSection impact={impact.own} brand={brand} /> : null}
          <KnowsSection knows={knows} />
        </>
      }
      aside={
        badges.length > 0 ? (
          <Rail label={about}>
            <BadgeBlock badges={badges} handle={profile.member.handle} />
          </Rail>
        ) : undefined
      }
    />
  );
}
