const WHOLE = /<style\b[\s\S]*?<\/style\s*>|<\/?(?:meta|link|base|style)\b[^>]*>/gi;
const ATTRIBUTE = /\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/**
 * Pasted HTML without its styles, before a browser parses it: the content security policy refuses
 * them even there and reports each. What may stay of the rest is decided on the parsed elements.
 */
export function withoutStyles(html: string): string {
  return html.replace(WHOLE, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(ATTRIBUTE, ""));
}
