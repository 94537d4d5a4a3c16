import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const spaces = await listSpaces(ctx);
  const space = spaces.find(({ slug }) => slug === params.spaceSlug);
  if (!space) throw new NotFoundError();
  const threads = await listThreads(ctx, {
    list,
    spaceSlug: space.slug,
    cursor: query.get("after"),
  });
  return { list, threads, space, brand: ctx.community.name };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.space.name} · ${data.brand}` },
        { name: "description", content: data.space.description },
      ]
    : [];

export default function Space() {
  const { list, threads, space } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={space.name}
      lead={space.description}
      path={`/s/${space.slug}`}
      list={list}
      threads={threads}
      hideSpace
    />
  );
}
