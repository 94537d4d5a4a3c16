export type TextPart = { text: string; href?: string };

/** A text's parts, its http(s) addresses apart, so that a page can link them. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const part of text.split(/(https?:\/\/[^\s<>"']+)/)) {
    if (part === "") continue;
    parts.push(/^https?:\/\//.test(part) ? { text: part, href: part } : { text: part });
  }
  return parts;
}
