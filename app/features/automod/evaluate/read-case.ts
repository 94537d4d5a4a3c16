import { Parser } from "htmlparser2";
import { z } from "zod";
import type { Screened } from "../screened.ts";

export const ruleCase = z.object({
  title: z.string(),
  body: z.string(),
  username: z.string(),
  site: z.string(),
  body_is_summary: z.boolean(),
  match: z.boolean(),
});
export type RuleCase = z.infer<typeof ruleCase>;

type Body = Pick<Screened, "text"> & {
  links: { href: string; text: string }[];
  code: { from: number; to: number }[];
};

/** Text, links and code of a body in HTML; pictures and addresses in attributes aren't text. */
function readBody(html: string): Body {
  const body: Body = { text: "", links: [], code: [] };
  let href: string | undefined;
  let linkFrom = 0;
  let codeFrom: number | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "a") [href, linkFrom] = [attributes["href"], body.text.length];
      if (/^(?:p|br|div|li|h\d|pre|blockquote)$/.test(name) && body.text !== "") body.text += "\n";
      if (name === "code" || name === "pre") codeFrom ??= body.text.length;
    },
    ontext(text) {
      body.text += text;
    },
    onclosetag(name) {
      if (name === "a" && href !== undefined) {
        body.links.push({ href, text: body.text.slice(linkFrom) });
        href = undefined;
      }
      if ((name === "code" || name === "pre") && codeFrom !== undefined) {
        body.code.push({ from: codeFrom, to: body.text.length });
        codeFrom = undefined;
      }
    },
  });
  parser.end(html);
  return body;
}

/** The language a site's host name tells: "ru.site.example" is in Russian, most are in English. */
function languagesOf(site: string): string[] | undefined {
  if (site === "") return undefined;
  const [first = ""] = site.split(".");
  const named: Record<string, string> = {
    russian: "ru",
    japanese: "ja",
    chinese: "zh",
    korean: "ko",
    hebrew: "he",
    arabic: "ar",
    ukrainian: "uk",
    greek: "el",
  };
  const language = /^[a-z]{2}$/.test(first) ? first : named[first];
  return language ? ["en", language] : ["en"];
}

/** A rule case as live screening would see it: written by a newcomer. */
export function toScreened({ title, body, username, site, body_is_summary }: RuleCase): Screened {
  return {
    surface: "opening",
    title,
    ...readBody(body),
    author: { name: username, newcomer: true, trusted: false },
    partial: body_is_summary,
    languages: languagesOf(site),
    ownHosts: site === "" ? [] : [site],
  };
}
