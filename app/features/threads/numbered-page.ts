import type { ThreadPage } from "./thread-view.ts";

/** The address of a page of a thread's answers. */
export function pageHref(view: ThreadPage, page: number): string {
  const query = new URLSearchParams();
  if (view.sort !== "oldest") query.set("sort", view.sort);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? view.thread.href : `${view.thread.href}?${query.toString()}`;
}

/**
 * What a page of answers is known by: its number when that was `asked` for, its own address, and its
 * neighbours' addresses. A link to one post is known by the thread's address.
 */
export function numberedPage(view: ThreadPage, asked: boolean) {
  const { place } = view;
  const number = asked && place ? place.page : 1;
  return {
    number,
    path: number === 1 ? view.thread.href : `${view.thread.href}?page=${number}`,
    near: {
      prev: place && place.page > 1 ? pageHref(view, place.page - 1) : null,
      next: place && place.page < place.pages ? pageHref(view, place.page + 1) : null,
    },
  };
}
