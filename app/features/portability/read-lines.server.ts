import { IMPORT_LIMITS } from "./import-limits.ts";
import { readBytes } from "./read-bytes.server.ts";

const NEWLINE = 0x0a;

/** A line, numbered from 1; `text` is null for one that is too long to be read. */
export type Line = { row: number; text: string | null };

/**
 * The lines of a file, packed or not, never holding more than one line; empty ones are left out.
 * Throws BrokenFileError when the file breaks off.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let row = 1;
  const takeLine = (): Line | null => {
    const text = length > IMPORT_LIMITS.row ? null : Buffer.concat(parts).toString("utf8");
    parts = [];
    length = 0;
    const line = { row, text: text?.replace(/^\uFEFF/, "") ?? null };
    row += 1;
    return line.text !== null && line.text.trim() === "" ? null : line;
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > IMPORT_LIMITS.row) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  for await (const chunk of readBytes(file)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      from = end + 1;
      const line = takeLine();
      if (line) yield line;
    }
    keep(chunk.subarray(from));
  }
  const last = length > 0 ? takeLine() : null;
  if (last) yield last;
}
