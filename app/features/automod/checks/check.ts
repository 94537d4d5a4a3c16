import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Finding, Screened, Span, Verdict } from "../screened.ts";
import type { CheckSettings } from "./settings.ts";

/** The checks that have settings of their own, by the names of these. */
export type CheckId = Exclude<keyof CheckSettings, "onFailure" | "imports">;

/** One check: pure, and what it needs beside the text is in `screened.known` or the settings. */
export type Check = {
  id: CheckId;
  run: (screened: Screened, settings: CheckSettings) => Finding[];
};

type Params = ErrorMessage["params"];

/**
 * A finding with the reasons `checks.<reason>Author` and `checks.<reason>Staff` of the catalogue; none
 * when the check is off.
 */
export function findingOf(
  check: CheckId,
  mode: "off" | Verdict,
  reason: string,
  { params, spans = [] }: { params?: Params; spans?: readonly Span[] } = {},
): Finding[] {
  if (mode === "off") return [];
  return [
    {
      check,
      verdict: mode,
      toAuthor: { key: `checks.${reason}Author`, params },
      toStaff: { key: `checks.${reason}Staff`, params },
      spans,
    },
  ];
}

/** What the author wrote themselves: the text without quotes and code. */
export function ownTextOf({ text, quotes = [], code = [] }: Screened): string {
  const others = [...quotes, ...code].toSorted((a, b) => a.from - b.from);
  let own = "";
  let last = 0;
  for (const { from, to } of others) {
    if (from > last) own += `${text.slice(last, from)} `;
    last = Math.max(last, to);
  }
  return own + text.slice(last);
}

/** Title and text as parts to look through, the empty ones left out. */
export function partsOf({ title, text }: Screened): { in: Span["in"]; text: string }[] {
  const parts: { in: Span["in"]; text: string }[] = [
    { in: "title", text: title },
    { in: "text", text },
  ];
  return parts.filter((part) => part.text !== "");
}
