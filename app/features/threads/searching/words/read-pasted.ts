/** A line of pasted synonyms; `null` when it says nothing that can be read. */
export type PastedLine = {
  /** From 1, as an editor counts. */
  line: number;
  text: string;
  synonym: { words: string; means: string; bothWays: boolean } | null;
};

/** `a = b` both ways, `a => b` or `a → b` one way; each sign once. */
const LINE = /^([^=→]+)(=>|=|→)([^=→>]+)$/u;

const tidy = (text: string): string => text.trim().replace(/\s+/gu, " ");

/** Reads pasted synonyms, one a line; empty lines and those that begin with # are passed over. */
export function readPasted(pasted: string): PastedLine[] {
  return pasted.split(/\r\n|\n|\r/).flatMap((raw, index) => {
    const text = tidy(raw);
    if (text === "" || text.startsWith("#")) return [];
    const match = LINE.exec(text);
    const [words, means] = [tidy(match?.[1] ?? ""), tidy(match?.[3] ?? "")];
    const synonym =
      words === "" || means === "" ? null : { words, means, bothWays: match![2] === "=" };
    return [{ line: index + 1, text, synonym }];
  });
}

/** The words of a list, one a line, each once. */
export function readList(pasted: string): { line: number; text: string }[] {
  const seen = new Set<string>();
  return pasted.split(/\r\n|\n|\r/).flatMap((raw, index) => {
    const text = tidy(raw);
    const key = text.toLowerCase();
    if (text === "" || seen.has(key)) return [];
    seen.add(key);
    return [{ line: index + 1, text }];
  });
}
