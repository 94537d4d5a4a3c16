import type { Finding } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";

const LEAST_WORDS = 4;
const LEAST_LETTERS = 16;
const SHARE = 0.9;
const LOUD_TEXT = 0.7;

/** Capitals among the letters that have two cases. */
function capitals(text: string): { letters: number; share: number } {
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0;
  return { letters, share: (text.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, letters) };
}

/** A title in capitals over a text that isn't: such titles stand out in every list. */
export const findLoudTitle: Pattern = ({ title, text }): Finding[] => {
  const read = title.slice(0, 2_000);
  const { letters, share } = capitals(read);
  const words = read.match(/\p{Lu}{2,60}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS || words < LEAST_WORDS || share < SHARE) return [];
  if (capitals(text.slice(0, 2_000)).share >= LOUD_TEXT) return [];
  const spans = [{ in: "title", from: 0, to: title.length } as const];
  return [patternFinding("loudTitle", { verdict: "nudge", spans })];
};
