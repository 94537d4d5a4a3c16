import { linksOf } from "../checks/link-domains.ts";
import type { Screened } from "../screened.ts";

const LONGEST = 253;

/** The registrable domains that a text links to, each once. */
export function domainsOf({ title, text, links }: Pick<Screened, "title" | "text" | "links">) {
  const author = { name: "", newcomer: false, trusted: false };
  const found = linksOf({ surface: "answer", title, text, links, author });
  const domains = new Set(found.map(({ domain }) => domain));
  return [...domains].filter((domain) => domain.length <= LONGEST);
}
