import type { ErrorMessage } from "#app/lib/errors.ts";

/** What somebody is about to publish, as the checks see it; the same whatever way it came. */
export type Screened = {
  surface: "opening" | "answer" | "reply" | "profile" | "message";
  /** Empty where there is none. */
  title: string;
  /** The plain text of the body, without the title. */
  text: string;
  /** Links of the body, with the text they are shown as. */
  links: readonly { href: string; text: string }[];
  /** `about`: what the author says of themselves, web addresses too. */
  author: { name: string; newcomer: boolean; trusted: boolean; about?: string };
  /** Stretches of the text that are code: what is written there isn't prose. */
  code?: readonly { from: number; to: number }[];
  /** Stretches of the text that quote somebody. */
  quotes?: readonly { from: number; to: number }[];
  /** How many pictures the body shows. */
  images?: number;
  /** True where only the beginning of the body is at hand. */
  partial?: boolean;
  /** Languages the community is written in (BCP 47); without them any script is at home. */
  languages?: readonly string[];
  /** Hosts of the community itself, which posts may name anywhere. */
  ownHosts?: readonly string[];
  /** What is known from before; a check that needs what isn't given finds nothing. */
  known?: Known;
};

export type Known = {
  /** Registrable domains ("example.org") that posts here link to already. */
  domains?: readonly string[];
  /** Recent texts by the author, titles before them, without the one looked at. */
  ownTexts?: readonly string[];
  /** Fingerprints (`checks/fingerprint.ts`) of recent texts by others. */
  otherPrints?: readonly (readonly number[])[];
  /** How many posts the author wrote within the last hour. */
  lastHour?: number;
};

/** From the mildest to the strongest: tell the author first, let staff look first, refuse. */
export const VERDICTS = ["nudge", "hold", "reject"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A stretch of the title or text, in UTF-16 units, the end not included. */
export type Span = { in: "title" | "text"; from: number; to: number };

/** What a check says against a text. The reasons are keys of the catalogue with their parameters. */
export type Finding = {
  check: string;
  verdict: Verdict;
  toAuthor: ErrorMessage;
  toStaff: ErrorMessage;
  spans: readonly Span[];
};
