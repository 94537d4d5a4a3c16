const WHOLE = /<style\b[\s\S]*?<\/style\s*>|<\/?(?:meta|link|base|style)\b[^>]*>/gi;
const ATTRIBUTE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;
/** Of a list item of a word processor: its level, and the bullet or number that is its first text. */
const ITEM =
  /<p\b[^>]*mso-list:[^;"'>]*level([1-9])[^>]*>(?:(?!<\/?p\b)[\s\S]){0,400}?mso-list:\s*Ignore[^>]*>(?:\s|<[^>]*>)*([^<\s&]*)/gi;

const LOOKS: [string, RegExp][] = [
  ["bold", /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i],
  ["regular", /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/i],
  ["italic", /(?:^|;)\s*font-style\s*:\s*italic/i],
  ["strike", /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i],
  ["ignore", /(?:^|;)\s*mso-list\s*:\s*ignore/i],
];

function lookOf(style: string): string {
  const looks = LOOKS.filter(([, pattern]) => pattern.test(style)).map(([name]) => name);
  return looks.length > 0 ? ` data-look="${looks.join(" ")}"` : "";
}

function withLists(html: string): string {
  if (!html.includes("mso-list")) return html;
  return html.replace(ITEM, (item: string, level: string, marker: string) => {
    const kind = /^[([]?(?:\d+|[a-z]{1,4})[.)\]]/i.test(marker) ? "ol" : "ul";
    return item.replace(/^<p\b/i, `<p data-list="${level} ${kind}"`);
  });
}

/**
 * Pasted HTML without its styles, before a browser parses it: the content security policy refuses
 * them even there and reports each. What they say of bold, italic and struck text and of a word
 * processor's lists is kept as `data-look` and `data-list`. What may stay of the rest is decided on
 * the parsed elements.
 */
export function withoutStyles(html: string): string {
  return withLists(html.replace(WHOLE, "")).replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(ATTRIBUTE, (_, double?: string, single?: string, bare?: string) =>
      lookOf(double ?? single ?? bare ?? ""),
    ),
  );
}
