import { InvalidError } from "#app/lib/errors.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { isUsableEntry, WORD_LIMITS } from "../words/word-list.ts";

export type WordListSettings = CheckSettings["words"]["lists"][number];

/** So many lines are named in an error. */
const MOST_NAMED = 5;
export const MOST_LISTS = 20;
const NAME_LENGTH = 80;

/**
 * A list as it was typed, one entry a line; empty lines are left out, and what stands there twice.
 * Throws InvalidError (name, mode, entries), with the lines that can't be looked for.
 */
export function readWordList({
  name,
  mode,
  entries,
}: {
  name: string;
  mode: string;
  entries: string;
}): WordListSettings {
  const called = name.replace(/\s+/g, " ").trim();
  if (called === "") throw new InvalidError({ name: { key: "error.required" } });
  if (called.length > NAME_LENGTH) {
    throw new InvalidError({ name: { key: "error.tooLong", params: { max: NAME_LENGTH } } });
  }
  if (mode !== "off" && mode !== "nudge" && mode !== "hold" && mode !== "reject") {
    throw new InvalidError({ mode: { key: "error.invalid" } });
  }
  return { name: called, mode, entries: readEntries(entries) };
}

function readEntries(text: string): string[] {
  const bad: number[] = [];
  const long: number[] = [];
  const kept = new Set<string>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const entry = line.replace(/\s+/g, " ").trim();
    if (entry === "") continue;
    if (entry.length > WORD_LIMITS.length) long.push(index + 1);
    else if (!isUsableEntry(entry)) bad.push(index + 1);
    else kept.add(entry);
  }
  const named = (lines: number[]) => ({
    lines: lines.slice(0, MOST_NAMED).join(", ") + (lines.length > MOST_NAMED ? " …" : ""),
  });
  if (long.length > 0) {
    const params = { ...named(long), max: WORD_LIMITS.length };
    throw new InvalidError({ entries: { key: "automod.entriesLong", params } });
  }
  if (bad.length > 0) {
    throw new InvalidError({ entries: { key: "automod.entriesBad", params: named(bad) } });
  }
  if (kept.size > WORD_LIMITS.entries) {
    const params = { count: kept.size, max: WORD_LIMITS.entries };
    throw new InvalidError({ entries: { key: "automod.entriesMany", params } });
  }
  return [...kept];
}

/**
 * Settings with a list in the place of the one at `index`, added behind the others without it, or
 * taken out. Throws InvalidError (name) of a name that is there already, or of too many lists.
 */
export function withWordList(
  settings: CheckSettings,
  { index, list }: { index: number | null; list: WordListSettings | null },
): CheckSettings {
  const lists = [...settings.words.lists];
  const others = lists.filter((_, at) => at !== index);
  if (list && others.some(({ name }) => name.toLowerCase() === list.name.toLowerCase())) {
    throw new InvalidError({ name: { key: "automod.listTaken" } });
  }
  if (index === null && list) lists.push(list);
  else if (index !== null && list) lists[index] = list;
  else if (index !== null) lists.splice(index, 1);
  if (lists.length > MOST_LISTS) {
    throw new InvalidError({ name: { key: "automod.listsMany", params: { max: MOST_LISTS } } });
  }
  return { ...settings, words: { ...settings.words, lists } };
}
