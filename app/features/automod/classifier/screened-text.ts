import type { Screened } from "../screened.ts";

/** What the classifier reads, when it learns and when it judges: title, text, and hidden targets. */
export function screenedText({
  title,
  text,
  links,
}: Pick<Screened, "title" | "text" | "links">): string {
  const hidden = links.map(({ href }) => href).filter((href) => !text.includes(href));
  return [title, text, ...hidden.slice(0, 20)].filter((part) => part !== "").join("\n");
}
