import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBookmarks } from "#app/features/threads/bookmarks/list-bookmarks.server.ts";
import { setBookmark } from "#app/features/threads/bookmarks/set-bookmark.server.ts";
import { BookmarkList } from "#app/features/threads/components/bookmark-list.tsx";
import { removeBookmarkForm } from "#app/features/threads/schemas.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  ...(await listBookmarks(ctx, {
    cursor: new URL(ctx.request.url).searchParams.get("after"),
  })),
  title: `${ctx.t("bookmark.tab")} · ${ctx.community.name}`,
}));

export const action = form(async (ctx, fields) => {
  const { post } = parseForm(removeBookmarkForm, fields);
  await setBookmark(ctx, { postId: post, on: false });
  return redirect("/settings/bookmarks");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Bookmarks() {
  const { items, next } = useLoaderData<typeof loader>();
  return <BookmarkList items={items} next={next} />;
}
