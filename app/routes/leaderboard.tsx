import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { BoardView } from "#app/features/reputation/leaderboards/board-view.tsx";
import { getBoardPage } from "#app/features/reputation/leaderboards/get-board-page.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** Who helped most. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const board = await getBoardPage(ctx, {
    period: query.get("period"),
    space: query.get("space"),
    tag: query.get("tag"),
    staff: query.has("staff"),
    after: query.get("after"),
  });
  const spaces = await listSpaces(ctx);
  return {
    page: board,
    spaces: spaces.map(({ slug, name }) => ({ slug, name })),
    brand: ctx.community.name,
    title: ctx.t("seen.boardTitle"),
    description: ctx.t("seen.boardLead"),
    variant: query.size > 0,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.description,
        path: "/leaderboard",
        noindex: data.variant,
      })
    : [];

export default function LeaderboardPage() {
  const { page: board, spaces, brand } = useLoaderData<typeof loader>();
  return <BoardView page={board} spaces={spaces} brand={brand} />;
}
