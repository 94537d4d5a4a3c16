import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getMemberBadges } from "#app/features/reputation/badges/get-member-badges.server.ts";
import { MemberBadgesView } from "#app/features/reputation/badges/member-badges-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** All badges of a member. */
export const loader = page(async (ctx, params) => {
  const held = await getMemberBadges(ctx, params.handle ?? "");
  if (!held) throw new NotFoundError();
  return { held, title: ctx.t("badges.ofMember", { name: held.member.name }) };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function BadgesOfMember() {
  const { held, title } = useLoaderData<typeof loader>();
  return <MemberBadgesView held={held} title={title} />;
}
