const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const LENGTH = 160;

/** How a post begins, from its stored HTML, for a page's description: one line of plain text. */
export function summaryOf(html: string): string {
  const text = html
    .slice(0, LENGTH * 8)
    .replace(/<[^>]*>?/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= LENGTH ? text : `${text.slice(0, text.lastIndexOf(" ", LENGTH))}…`;
}
