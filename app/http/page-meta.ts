import type { MetaDescriptor } from "@remix-run/node";

/** What the head of every page needs of its community; the root loader gives it. */
export type OpenWeb = {
  name: string;
  locale: string;
  /** Origin of the pages, without a trailing slash. */
  baseUrl: string;
  themeHash: string;
};

export type HeadOfPage = {
  /** Without the community's name, which follows it unless the title stands `alone`. */
  title: string;
  alone?: boolean | undefined;
  description?: string | undefined;
  /** Path of the one address this page is known by; left out where it has none. */
  path?: string | undefined;
  /** Paths of the pages before and after, where the list goes on. */
  near?: { prev: string | null; next: string | null } | undefined;
  type?: "article" | "profile" | "website" | undefined;
  noindex?: boolean | undefined;
  /** Path and description of the picture for previews, 1200 × 630; the brand's otherwise. */
  image?: { path: string; alt: string } | undefined;
  /** Path and name of the Atom feed of what the page lists. */
  feed?: { path: string; title: string } | undefined;
  /** Structured data. */
  data?: object | null | undefined;
};

type Match = { id: string; data: unknown } | undefined;

/** The community of a page, out of what its loaders gave; `null` when the root's failed. */
export function openWebOf(matches: readonly Match[]): OpenWeb | null {
  const root = matches.find((match) => match?.id === "root")?.data as
    { community?: OpenWeb } | undefined;
  return root?.community ?? null;
}

function preview(web: OpenWeb, page: HeadOfPage): MetaDescriptor[] {
  const brand = { path: `/og/brand.png?v=${web.themeHash}`, alt: web.name };
  const image = page.image ?? brand;
  return [
    { property: "og:site_name", content: web.name },
    { property: "og:type", content: page.type ?? "website" },
    { property: "og:locale", content: web.locale.replace("-", "_") },
    { property: "og:title", content: page.title },
    ...(page.description ? [{ property: "og:description", content: page.description }] : []),
    { property: "og:url", content: web.baseUrl + page.path },
    { property: "og:image", content: web.baseUrl + image.path },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: image.alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

function neighbours(web: OpenWeb, { near, noindex }: HeadOfPage): MetaDescriptor[] {
  if (!near || noindex) return [];
  return (["prev", "next"] as const).flatMap((rel) =>
    near[rel] === null ? [] : [{ tagName: "link", rel, href: web.baseUrl + near[rel] }],
  );
}

/**
 * What stands in a page's head: title, description, the absolute address it is known by or that it
 * is not to be listed, previews for whoever shares it, its feed, its structured data. An address
 * and "not listed" contradict each other, so a page has one of the two.
 */
export function pageMeta(matches: readonly Match[], page: HeadOfPage): MetaDescriptor[] {
  const web = openWebOf(matches);
  if (!web) return [{ title: page.title }];
  const listed = !page.noindex && page.path !== undefined;
  return [
    { title: page.alone ? page.title : `${page.title} · ${web.name}` },
    ...(page.description ? [{ name: "description", content: page.description }] : []),
    ...(page.noindex ? [{ name: "robots", content: "noindex" }] : []),
    ...(listed ? [{ tagName: "link", rel: "canonical", href: web.baseUrl + page.path }] : []),
    ...(listed ? preview(web, page) : []),
    ...neighbours(web, page),
    ...(page.feed
      ? [
          {
            tagName: "link",
            rel: "alternate",
            type: "application/atom+xml",
            title: page.feed.title,
            href: web.baseUrl + page.feed.path,
          },
        ]
      : []),
    ...(page.data ? [{ "script:ld+json": page.data } as MetaDescriptor] : []),
  ];
}
