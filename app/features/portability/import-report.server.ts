import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import type { Where } from "./import-items.ts";

const SHOWN = 20;
const CELL = 300;

/** One cell of the report: one line without control characters. */
function cell(text: string | number): string {
  return String(text)
    .slice(0, CELL)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .toWellFormed();
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/**
 * What an import could not take. Rows that are broken are listed one by one in a file (tab-separated:
 * file, row, id, what happened, reason); what Porchlight has no place for is counted by reason.
 */
export class ImportReport {
  readonly notTaken = new Map<string, number>();
  readonly changed = new Map<string, number>();
  readonly firstLines: string[] = [];
  listed = 0;
  private readonly file: string;
  private descriptor: number | null = null;

  constructor(file: string) {
    this.file = file;
  }

  /** The file with all lines, or null when there was nothing to list. */
  get path(): string | null {
    return this.listed === 0 ? null : this.file;
  }

  /** A row, or a whole file (row 0), that could not be taken. */
  problem(where: Where, reason: string): void {
    add(this.notTaken, reason, 1);
    this.list(where, "not taken", reason);
  }

  /** A row that was taken, but not as it stood. */
  note(where: Where, reason: string): void {
    add(this.changed, reason, 1);
    this.list(where, "changed", reason);
  }

  /** Rows of a kind that has no place here. */
  leaveOut(reason: string, count = 1): void {
    add(this.notTaken, reason, count);
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }

  private list(where: Where, what: string, reason: string): void {
    const line = [where.file, where.row || "-", where.id || "-", what, reason].map(cell).join("\t");
    this.listed += 1;
    if (this.firstLines.length < SHOWN) this.firstLines.push(line);
    if (this.descriptor === null) {
      mkdirSync(path.dirname(this.file), { recursive: true });
      this.descriptor = openSync(this.file, "w", 0o600);
      writeSync(this.descriptor, "file\trow\tid\twhat\treason\n");
    }
    writeSync(this.descriptor, `${line}\n`);
  }
}
