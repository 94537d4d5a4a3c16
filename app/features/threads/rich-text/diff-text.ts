import { diffLines, diffWordsWithSpace } from "diff";
import type { ChangeObject } from "diff";

export interface DiffSegment {
  kind: "same" | "added" | "removed";
  text: string;
}

/** The work grows with the square of the number of edits; beyond this, words tell nobody anything. */
const MAX_WORD_EDITS = 500;
const MAX_LINE_EDITS = 300;

function toSegment(change: ChangeObject<string>): DiffSegment {
  const kind = change.added ? "added" : change.removed ? "removed" : "same";
  return { kind, text: change.value };
}

/**
 * What changed between two plain texts, word by word; by lines where too much changed for that, and
 * as one replacement where even that is too much. "same" and "removed" joined give the old text,
 * "same" and "added" the new one.
 */
export function diffText(before: string, after: string): DiffSegment[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes =
    diffWordsWithSpace(before, after, { maxEditLength: MAX_WORD_EDITS }) ??
    diffLines(before, after, { maxEditLength: MAX_LINE_EDITS });
  if (changes) return changes.map(toSegment);
  const replaced: DiffSegment[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return replaced.filter((segment) => segment.text !== "");
}
