import { SaxesParser } from "saxes";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { readBytes } from "./read-bytes.server.ts";

/** A `<row …/>`, numbered from 1: its attributes, or what is wrong with it. Row 0 is the whole file. */
export type XmlRow = { row: number } & (
  { attributes: Record<string, string> } | { problem: string }
);

const START = "<row";
const STARTS = /<row(?=[\s/>])/;
/** Characters that XML cannot hold, written as references by careless writers. */
const BAD_REFERENCES =
  /&#(?:x(?:0*[0-8bcef]|0*1[0-9a-f]|0*fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

function decoderOf(head: Buffer): { decoder: TextDecoder; isGuess: boolean } {
  if (head[0] === 0xff && head[1] === 0xfe)
    return { decoder: new TextDecoder("utf-16le"), isGuess: false };
  if (head[0] === 0xfe && head[1] === 0xff)
    return { decoder: new TextDecoder("utf-16be"), isGuess: false };
  const named = /^[^>]*?encoding=["']([\w.:-]{1,40})["']/.exec(
    head.subarray(0, 200).toString("latin1"),
  );
  try {
    return { decoder: new TextDecoder(named?.[1] ?? "utf-8"), isGuess: false };
  } catch {
    return { decoder: new TextDecoder("utf-8"), isGuess: true };
  }
}

function parse(source: string): Record<string, string> {
  let attributes: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    attributes = tag.attributes as Record<string, string>;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(source).close();
  return attributes;
}

/** Reads one row by itself, so that a broken one spoils no other. */
function readRow(row: number, source: string): XmlRow {
  const end = source.lastIndexOf(">");
  const text = source.slice(0, end + 1);
  try {
    return { row, attributes: parse(text) };
  } catch (error) {
    const mended = text.replace(BAD_REFERENCES, "");
    if (mended !== text) return readRow(row, mended);
    if (end < 0) return { row, problem: "the row is cut off" };
    const reason = (error as Error).message.split("\n", 1)[0]!.replace(/^\d+:\d+: /, "");
    return { row, problem: `not well-formed XML: ${reason}` };
  }
}

/**
 * The rows of an XML table of a dump (`<posts><row Id="1" …/>…</posts>`), never holding more than
 * one of them. Throws BrokenFileError when packed data breaks off.
 */
export async function* readXmlRows(file: string): AsyncGenerator<XmlRow> {
  let decoder: TextDecoder | null = null;
  let text = "";
  let row = 0;
  let isSkipping = false;
  let tail = "";
  const scan = function* (isEnd: boolean): Generator<XmlRow> {
    for (let start = text.search(STARTS); start >= 0; start = text.search(STARTS)) {
      // "<" cannot stand in an attribute: the next one is where the row is over.
      const end = text.indexOf("<", start + START.length);
      if (end < 0 && !isEnd) {
        text = text.slice(start);
        if (text.length <= IMPORT_LIMITS.row) return;
        row += 1;
        isSkipping = true;
        yield { row, problem: "the row is too long to be read" };
        text = "";
        return;
      }
      const source = text.slice(start, end < 0 ? undefined : end);
      text = end < 0 ? "" : text.slice(end);
      row += 1;
      yield source.length > IMPORT_LIMITS.row
        ? { row, problem: "the row is too long to be read" }
        : readRow(row, source);
    }
    // The beginning of a row may be the last thing in a chunk.
    text = text.slice(-START.length);
  };
  for await (const chunk of readBytes(file)) {
    if (!decoder) {
      const found = decoderOf(chunk);
      decoder = found.decoder;
      if (found.isGuess) yield { row: 0, problem: "unknown encoding; read as UTF-8" };
    }
    text += decoder.decode(chunk, { stream: true });
    tail = (tail + text.slice(-64)).slice(-64);
    if (isSkipping) {
      const next = text.indexOf("<");
      if (next < 0) {
        text = "";
        continue;
      }
      text = text.slice(next);
      isSkipping = false;
    }
    yield* scan(false);
  }
  text += decoder?.decode() ?? "";
  yield* scan(true);
  if (!/<\/\w+>\s*$/.test(tail) && !/^\s*$/.test(tail)) {
    yield { row: 0, problem: "the file is cut off: its end is missing" };
  } else if (tail === "") yield { row: 0, problem: "the file is empty" };
}
