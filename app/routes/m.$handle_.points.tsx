import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPointHistory } from "#app/features/reputation/profile/get-point-history.server.ts";
import { PointHistoryView } from "#app/features/reputation/profile/point-history-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** Every entry of a member's ledger, for themselves and staff. */
export const loader = page(async (ctx, params) => {
  const cursor = new URL(ctx.request.url).searchParams.get("after");
  const history = await getPointHistory(ctx, { handle: params.handle ?? "", cursor });
  return {
    history,
    first: cursor === null,
    title: ctx.t("impact.pointsTitle", { name: history.member.name }),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function PointsOfMember() {
  const { history, title, first } = useLoaderData<typeof loader>();
  return <PointHistoryView history={history} title={title} first={first} />;
}
