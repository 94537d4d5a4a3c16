import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** A folder of one's own, gone when the file's tests are through. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "porchlight-import-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type DumpRow = Record<string, string | number>;

function escape(value: string | number): string {
  return String(value)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "&#xA;");
}

/** One row as Stack Exchange writes it. */
export function xmlRow(row: DumpRow): string {
  const attributes = Object.entries(row).map(([name, value]) => `${name}="${escape(value)}"`);
  return `  <row ${attributes.join(" ")} />`;
}

/** A table of a dump; a row given as a string is written as it is. */
export function xmlTable(name: string, rows: (DumpRow | string)[]): string {
  const lines = rows.map((row) => (typeof row === "string" ? row : xmlRow(row)));
  return `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${name}>\n${lines.join("\n")}\n</${name}>`;
}

export type Dump = Partial<
  Record<"Posts" | "Users" | "Comments" | "Votes" | "PostLinks", (DumpRow | string)[]>
>;

/** Writes a dump's tables into a folder; those not given are there and empty. */
export function writeDump(folder: string, dump: Dump): void {
  for (const table of ["Posts", "Users", "Comments", "Votes", "PostLinks"] as const) {
    writeFileSync(
      path.join(folder, `${table}.xml`),
      xmlTable(table.toLowerCase(), dump[table] ?? []),
    );
  }
}

const START = Date.UTC(2021, 0, 1);

function at(minutes: number): string {
  return new Date(START + minutes * 60_000).toISOString().slice(0, -1);
}

/** A question of an invented site. */
export function question(id: number, more: DumpRow = {}): DumpRow {
  return {
    Id: id,
    PostTypeId: 1,
    CreationDate: at(id),
    Body: `<p>How do I set up lamp ${id}?</p>`,
    OwnerUserId: 1,
    Title: `Lamp ${id} stays dark`,
    Tags: "<lamps>",
    ContentLicense: "CC BY-SA 4.0",
    ...more,
  };
}

/** An answer of an invented site. */
export function answer(id: number, parent: number, more: DumpRow = {}): DumpRow {
  return {
    Id: id,
    PostTypeId: 2,
    ParentId: parent,
    CreationDate: at(id),
    Body: `<p>Turn it off and on again, ${id} times.</p>`,
    OwnerUserId: 2,
    ContentLicense: "CC BY-SA 4.0",
    ...more,
  };
}

/** A member of an invented site. */
export function user(id: number, name: string, more: DumpRow = {}): DumpRow {
  return { Id: id, DisplayName: name, CreationDate: at(0), ...more };
}

/** A dump of `threads` questions with three answers each, every post linking to the next question. */
export function largeDump(threads: number): Dump {
  const Posts: DumpRow[] = [];
  const Votes: DumpRow[] = [];
  const Comments: DumpRow[] = [];
  const words =
    "The lamp over the porch flickers when the kettle is on and the fridge hums. ".repeat(8);
  for (let thread = 0; thread < threads; thread += 1) {
    const id = thread * 4 + 1;
    const next = ((thread + 1) % threads) * 4 + 1;
    const link = `<a href="https://lamps.stackexchange.com/questions/${next}/any">that</a>`;
    const Body = `<p>${words} See ${link}.</p><pre><code>lamp --on\n</code></pre>`;
    const OwnerUserId = (thread % 50) + 1;
    Posts.push(
      question(id, { Body, OwnerUserId, AcceptedAnswerId: id + 1, Tags: "|lamps|porch|" }),
    );
    for (const step of [1, 2, 3]) {
      Posts.push(answer(id + step, id, { Body, OwnerUserId: ((thread + step) % 50) + 1 }));
    }
    Votes.push({ Id: thread + 1, PostId: id, VoteTypeId: 2, CreationDate: at(id) });
    const comment = { Id: thread + 1, PostId: id + 1, Text: "Thanks, *that* did it!", UserId: 3 };
    Comments.push({ ...comment, CreationDate: at(id + 5) });
  }
  const Users = Array.from({ length: 50 }, (_, index) =>
    user(index + 1, `Lamp friend ${index + 1}`),
  );
  return { Posts, Users, Votes, Comments };
}
