import type { ImportCounts } from "./import-job.ts";

const EVERY = 1000;
const MEGABYTE = 1024 * 1024;

function figure(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** Prints how an import gets on: a line a second, a table at the end. */
export class ImportProgress {
  private readonly print: (line: string) => void;
  private startedAt = performance.now();
  private saidAt = performance.now();
  private what = "";
  private rows = 0;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  begin(source: string): void {
    this.startedAt = performance.now();
    this.print(`Importing ${source}`);
  }

  row(what: string, counts: ImportCounts): void {
    if (what !== this.what) this.rows = 0;
    this.what = what;
    this.rows += 1;
    // The clock is looked at now and then only.
    if (this.rows % 50 !== 0 || performance.now() - this.saidAt < EVERY) return;
    this.saidAt = performance.now();
    const posts = counts.threads + counts.answers + counts.replies;
    const rate = posts / this.seconds();
    this.print(
      `  ${what}: ${figure(this.rows)} rows read; ${figure(posts)} posts written, ${figure(rate)} a second`,
    );
  }

  end(counts: ImportCounts): void {
    const seconds = this.seconds();
    const posts = counts.threads + counts.answers;
    const lines: [string, string][] = [
      ["threads", figure(counts.threads)],
      ["answers", figure(counts.answers)],
      ["replies", figure(counts.replies)],
      ["accepted answers", figure(counts.accepted)],
      ["official answers", figure(counts.official)],
      ["helpful votes", figure(counts.votes)],
      ["same here", figure(counts.sameHere)],
      ["members", figure(counts.members)],
      ["spaces", figure(counts.spaces)],
      ["tags", figure(counts.tags)],
      ["old addresses", figure(counts.redirects)],
      ["rows taken before", figure(counts.known)],
      ["seconds", seconds.toFixed(1)],
      ["threads and answers a second", figure(posts / seconds)],
      ["with replies", figure((posts + counts.replies) / seconds)],
      ["peak memory", `${figure((process.resourceUsage().maxRSS * 1024) / MEGABYTE)} MB`],
    ];
    const isAlways = new Set(["threads", "answers", "seconds", "peak memory"]);
    for (const [name, value] of lines) {
      if (value !== "0" || isAlways.has(name)) this.print(`${value.padStart(10)}  ${name}`);
    }
  }

  private seconds(): number {
    return Math.max(0.001, (performance.now() - this.startedAt) / 1000);
  }
}
