import { Feed } from "feed";
import { absoluteHtml } from "./absolute-html.ts";

export type FeedEntry = {
  /** Path that never changes, though the thread's title may. */
  id: string;
  path: string;
  title: string;
  /** Stored safe HTML. */
  html: string;
  author: { name: string; handle: string | null };
  published: Date;
  updated: Date;
};

export type FeedContent = {
  title: string;
  description: string;
  /** Path of the page that it is the feed of. */
  path: string;
  /** Path of the feed itself. */
  self: string;
  language: string;
  entries: FeedEntry[];
};

/** Everything XML 1.0 may not hold. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function plain(text: string): string {
  return text.replace(NOT_XML, "");
}

/** Atom's titles are HTML here, and a title is text. */
function titleHtml(text: string): string {
  return plain(text).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** When anything in it last changed; the beginning of time for an empty feed. */
export function updatedOf(content: FeedContent): Date {
  return new Date(Math.max(0, ...content.entries.map(({ updated }) => updated.getTime())));
}

/** A feed as Atom 1.0 (RFC 4287) with absolute addresses; the same content gives the same bytes. */
export function writeAtom(content: FeedContent, baseUrl: string): string {
  const feed = new Feed({
    id: baseUrl + content.self,
    title: plain(content.title),
    ...(content.description === "" ? {} : { description: plain(content.description) }),
    link: baseUrl + content.path,
    feed: baseUrl + content.self,
    updated: updatedOf(content),
    generator: "Porchlight",
  });
  for (const entry of content.entries) {
    const { name, handle } = entry.author;
    feed.addItem({
      id: baseUrl + entry.id,
      link: baseUrl + entry.path,
      title: titleHtml(entry.title),
      content: plain(absoluteHtml(entry.html, baseUrl)),
      author: [
        { name: plain(name), ...(handle === null ? {} : { link: `${baseUrl}/m/${handle}` }) },
      ],
      published: entry.published,
      date: entry.updated,
    });
  }
  // The library has no place for the language in Atom.
  const language = content.language.replaceAll(/[^A-Za-z0-9-]/g, "");
  return feed.atom1().replace("<feed ", `<feed xml:lang="${language}" `);
}
