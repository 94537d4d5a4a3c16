import { BADGE_SIZE } from "./badge-svg.ts";

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** HTML that shows a member's badge on another site and leads to their page; texts are escaped. */
export function badgeSnippet(of: { baseUrl: string; handle: string; alt: string }): string {
  const page = `${of.baseUrl}/m/${encodeURIComponent(of.handle)}`;
  const { width, height } = BADGE_SIZE;
  return `<a href="${escape(page)}"><img src="${escape(page)}/badge.svg" alt="${escape(of.alt)}" width="${width}" height="${height}"></a>`;
}
