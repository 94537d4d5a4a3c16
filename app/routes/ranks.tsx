import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/features/members/policy.ts";
import { getLadder } from "#app/features/reputation/rules/get-ladder.server.ts";
import { LadderView } from "#app/features/reputation/rules/ladder-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** The community's ranks, what gives points, and every change of both. */
export const loader = page(async (ctx) => ({
  ladder: await getLadder(ctx),
  edit: can(ctx.actor, "reputation.seeRules", null),
  title: ctx.t("rules.ranksTitle"),
  description: ctx.t("rules.ranksLead"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, { title: data.title, description: data.description, path: "/ranks" })
    : [];

export default function Ranks() {
  const { ladder, edit } = useLoaderData<typeof loader>();
  return <LadderView ladder={ladder} edit={edit} />;
}
