import type { LinkTarget } from "./import-items.ts";

/** The key of a post: Discourse addresses posts by their number in the topic. */
export function discoursePostKey(topic: number | string, post: number | string): string {
  return `${topic}/${post}`;
}

/** Reads addresses of topics and posts of one forum. */
export function discourseLinks(baseUrl: string): (href: string) => LinkTarget | null {
  const base = new URL(baseUrl);
  const root = base.pathname.replace(/\/+$/, "");
  return (href) => {
    if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
    const { hostname, pathname } = new URL(href);
    if (hostname !== base.hostname || !pathname.startsWith(`${root}/t/`)) return null;
    const found = /^\/t\/(?:(?!\d+(?:\/|$))[^/]+\/)?(\d+)(?:\/(\d+))?\/?$/.exec(
      pathname.slice(root.length),
    );
    if (!found) return null;
    const [, topic, post] = found;
    return post && post !== "1" ? { post: discoursePostKey(topic!, post) } : { thread: topic! };
  };
}
