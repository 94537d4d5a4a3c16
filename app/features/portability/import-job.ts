import type { Ctx } from "#app/lib/ctx.ts";
import type { ImportIds } from "./import-ids.server.ts";
import type { ImportItem, ImportSource } from "./import-items.ts";
import type { ImportReport } from "./import-report.server.ts";

/** What was written in this run. */
export type ImportCounts = {
  spaces: number;
  tags: number;
  members: number;
  threads: number;
  answers: number;
  replies: number;
  accepted: number;
  official: number;
  votes: number;
  sameHere: number;
  redirects: number;
  /** Rows that an earlier run had taken. */
  known: number;
};

export type CountKey = keyof ImportCounts;

/** A running import. */
export type ImportJob = {
  ctx: Ctx;
  source: ImportSource;
  ids: ImportIds;
  report: ImportReport;
  counts: ImportCounts;
  /** Spaces and tags by slug. */
  spaces: Map<string, number>;
  tags: Map<string, number>;
  /** Where threads go; `always` when the person at the keyboard said so. */
  space: { id: number; always: boolean };
  /** Whether import_record says that this import has begun. */
  isMarked: boolean;
};

export type Of<T extends ImportItem["type"]> = Extract<ImportItem, { type: T }>;

/** No rows yet. */
export function noCounts(): ImportCounts {
  return {
    spaces: 0,
    tags: 0,
    members: 0,
    threads: 0,
    answers: 0,
    replies: 0,
    accepted: 0,
    official: 0,
    votes: 0,
    sameHere: 0,
    redirects: 0,
    known: 0,
  };
}
