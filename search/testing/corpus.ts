import { ENGLISH } from "./corpus-english.ts";
import { OTHER_LANGUAGES } from "./corpus-languages.ts";
import type { TestThread } from "./test-thread.ts";

/** Written by hand for a made-up provider of broadband, mobile lines and television. */
export const CORPUS: TestThread[] = [...ENGLISH, ...OTHER_LANGUAGES];

/** What the brand's staff entered: [words, means, both ways]. */
export const SYNONYMS: [words: string, means: string, bothWays: boolean][] = [
  ["broadband", "internet", true],
  ["invoice", "bill", true],
  ["answering machine", "voicemail", true],
  ["gateway", "hub", false],
  ["clicker", "remote control", false],
  ["telly", "tv", true],
  ["handset", "phone", true],
  ["lag", "latency", true],
  ["optic", "fibre", false],
  ["settop", "set-top box", false],
];

/** Names that are never corrected. */
export const KEPT_NAMES = ["Larkfield"];
