import type { Finding, Screened } from "../screened.ts";
import { findingOf, ownTextOf } from "./check.ts";
import { fingerprint, likeness } from "./fingerprint.ts";
import type { CheckSettings } from "./settings.ts";

const MOST_OWN = 20;
const MOST_OTHER = 2_000;
/** The beginning tells texts apart. */
const MOST_TEXT = 5_000;

/** What is compared of a text that is about to be published; fingerprints of others are made of the same. */
export function textToCompare(screened: Screened): string {
  return `${screened.title} ${ownTextOf(screened)}`.trim().slice(0, MOST_TEXT);
}

const prints = new WeakMap<Screened, number[]>();

/** The fingerprint of a text that is about to be published; made once. */
export function printOf(screened: Screened): number[] {
  let print = prints.get(screened);
  if (!print) prints.set(screened, (print = fingerprint(textToCompare(screened))));
  return print;
}

/** The author wrote nearly the same before. */
export function checkRepeats(screened: Screened, { repeats }: CheckSettings): Finding[] {
  const own = (screened.known?.ownTexts ?? []).slice(0, MOST_OWN);
  if (own.length === 0) return [];
  const print = printOf(screened);
  const times = own.filter(
    (before) => likeness(print, fingerprint(before.slice(0, MOST_TEXT))) >= repeats.likeness,
  ).length;
  if (times === 0) return [];
  return findingOf("repeats", repeats.mode, "repeat", { params: { count: times + 1 } });
}

/** Somebody else wrote nearly the same lately. */
export function checkCopies(screened: Screened, { copies }: CheckSettings): Finding[] {
  const others = (screened.known?.otherPrints ?? []).slice(0, MOST_OTHER);
  if (others.length === 0) return [];
  const print = printOf(screened);
  const most = others.reduce((best, other) => Math.max(best, likeness(print, other)), 0);
  if (most < copies.likeness) return [];
  return findingOf("copies", copies.mode, "copy", { params: { percent: Math.round(100 * most) } });
}
