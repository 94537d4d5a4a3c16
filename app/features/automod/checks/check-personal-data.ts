import type { Finding, Screened } from "../screened.ts";
import { carriesPersonalData } from "../personal-data/carries-personal-data.ts";
import { findPersonalData } from "../personal-data/find-personal-data.ts";
import { PERSONAL_KINDS } from "../personal-data/kinds.ts";
import { findingOf, partsOf } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

const MOST_LINKS = 300;

/** What identifies a person: one finding for each kind, which never repeats what it found. */
export function checkPersonalData(screened: Screened, { personalData }: CheckSettings): Finding[] {
  const { mode, kinds, countries, allowed } = personalData;
  if (mode === "off") return [];
  const options = { countries, allowed };
  const spans = partsOf(screened).flatMap((part) =>
    findPersonalData(part.text, options).map((span) => ({ ...span, in: part.in })),
  );
  const findings = PERSONAL_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    const ofKind = spans.filter((span) => span.kind === kind);
    if (ofKind.length === 0) return [];
    return findingOf("personalData", mode, "personal", {
      params: { kind, count: ofKind.length },
      spans: ofKind.map(({ in: place, from, to }) => ({ in: place, from, to })),
    });
  });
  if (findings.length > 0) return findings;
  const hidden = screened.links
    .slice(0, MOST_LINKS)
    .filter(({ href }) => carriesPersonalData(href, options));
  return hidden.length === 0
    ? []
    : findingOf("personalData", mode, "personal", {
        params: { kind: "link", count: hidden.length },
      });
}
