import { createWriteStream, writeFileSync } from "node:fs";
import path from "node:path";
import { finished } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseWhen } from "./parse-when.ts";
import { BrokenFileError, readBytes } from "./read-bytes.server.ts";
import { readLines } from "./read-lines.server.ts";
import { readXmlRows, type XmlRow } from "./read-xml-rows.server.ts";
import { makeFolder } from "./testing/make-dump.ts";

const folder = makeFolder();

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

function rowsOf(content: string | Buffer): Promise<XmlRow[]> {
  return all(readXmlRows(write("table.xml", content)));
}

test("rows come one by one, a broken one spoils no other", async () => {
  const rows = await rowsOf(
    '<t>\n<row Id="1" A="x &amp; &lt;y> z"/>\n<row Id="2" A=bare/><row Id="3" A="&nope;"/><row Id="4"/></t>',
  );
  expect(rows).toMatchObject(
    [
      { row: 1, attributes: { Id: "1", A: "x & <y> z" } },
      { row: 2, problem: /not well-formed/ },
      { row: 3, problem: /not well-formed/ },
      { row: 4, attributes: { Id: "4" } },
    ].map((row) =>
      "problem" in row ? { row: row.row, problem: expect.stringMatching(row.problem!) } : row,
    ),
  );
});

test("characters that XML can't hold are left out", async () => {
  expect(await rowsOf('<t><row Id="1" A="a&#x1;&#0;b"/></t>')).toMatchObject([
    { attributes: { A: "ab" } },
  ]);
});

test("UTF-16 is read, a missing end is told", async () => {
  const text = '<t><row Id="1" A="\u00e9"/>';
  expect(await rowsOf(Buffer.from(`\uFEFF${text}`, "utf16le"))).toMatchObject([
    { row: 1, attributes: { A: "\u00e9" } },
    { row: 0, problem: "the file is cut off: its end is missing" },
  ]);
});

/** Writes `head`, then so many megabytes of letters, then `tail`. */
async function writeLong(name: string, head: string, tail: string): Promise<string> {
  const file = path.join(folder, name);
  const stream = createWriteStream(file);
  stream.write(head);
  for (let megabyte = 0; megabyte < 200; megabyte += 1) stream.write("x".repeat(1 << 20));
  stream.end(tail);
  await finished(stream);
  return file;
}

test("a row or line without end takes no memory", async () => {
  const xml = await writeLong("long.xml", '<t><row Id="1" A="', '"/><row Id="2"/></t>');
  const lines = await writeLong("long.jsonl", '{"a":"', '"}\n{"b":1}\n');
  const before = process.memoryUsage().rss;
  const rows = await all(readXmlRows(xml));
  expect(rows).toEqual([
    { row: 1, problem: "the row is too long to be read" },
    { row: 2, attributes: { Id: "2" } },
  ]);
  expect(await all(readLines(lines))).toEqual([
    { row: 1, text: null },
    { row: 2, text: '{"b":1}' },
  ]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test("a bomb is stopped", async () => {
  const file = path.join(folder, "bomb.gz");
  const gzip = createGzip();
  gzip.pipe(createWriteStream(file));
  for (let megabyte = 0; megabyte < 100; megabyte += 1) gzip.write(Buffer.alloc(1 << 20));
  gzip.end();
  await finished(gzip);
  let read = 0;
  const run = (async () => {
    for await (const chunk of readBytes(file)) read += chunk.length;
  })();
  await expect(run).rejects.toThrow(BrokenFileError);
  expect(read).toBeLessThan(40 << 20);
});

test("packed data that is cut off gives what comes before", async () => {
  const packed = gzipSync(
    Array.from({ length: 2000 }, (_, index) => `{"line":${index}}`).join("\n"),
  );
  const file = write("cut.gz", packed.subarray(0, packed.length - 20));
  const seen: number[] = [];
  const run = (async () => {
    for await (const { row } of readLines(file)) seen.push(row);
  })();
  await expect(run).rejects.toThrow("cut off");
  expect(seen.length).toBeGreaterThan(0);
});

test("dates that can't be are none", () => {
  expect(parseWhen("2021-02-03T04:05:06.007")?.toISOString()).toBe("2021-02-03T04:05:06.007Z");
  expect(parseWhen("2021-02-03T04:05:06+02:00")?.toISOString()).toBe("2021-02-03T02:05:06.000Z");
  expect(parseWhen("2021-02-03")?.toISOString()).toBe("2021-02-03T00:00:00.000Z");
  for (const wrong of ["0000-01-01T00:00:00", "2021-13-01", "9999-01-01", "soon", "", null, 7]) {
    expect(parseWhen(wrong)).toBeNull();
  }
});
