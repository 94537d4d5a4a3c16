const LAZY_VIDEO = /<div\b[^>]*\bclass="[^"]*\b(?:lazyYT|lazy-video-container)\b[^"]*"[^>]*>/gi;
const MEDIA = /<(?:iframe|source|video|audio)\b[^>]*\bsrc="((?:https?:)?\/\/[^"]+)"[^>]*>/gi;

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`, "i").exec(tag)?.[1] ?? null;
}

/**
 * Puts a link before each embedded video or player of a forum's HTML, since players themselves are
 * not taken. What it gives is read by the allow-list like everything else.
 */
export function revealMedia(html: string): string {
  if (!/<(?:iframe|source|video|audio)\b|lazyYT|lazy-video/i.test(html)) return html;
  const link = (address: string, title: string) => `<p><a href="${address}">${title}</a></p>`;
  return html
    .replace(LAZY_VIDEO, (tag) => {
      const id = attribute(tag, "data-youtube-id") ?? attribute(tag, "data-video-id");
      const title = attribute(tag, "data-youtube-title") ?? attribute(tag, "data-video-title");
      const isYoutube = /lazyYT|"youtube"/i.test(tag);
      if (!id || !isYoutube) return tag;
      const address = `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
      return link(address, title || address) + tag;
    })
    .replace(MEDIA, (tag, address: string) => {
      const before = /^<(?:video|audio|iframe)/i.test(tag) ? link(address, address) : "";
      // A <source> stands inside its player, where text is dropped: the player is ended first.
      return before === "" ? `</video></audio>${link(address, address)}` : before + tag;
    });
}
