/** What was measured of one page. Times in milliseconds, sizes in bytes as sent (brotli). */
export type BenchRow = {
  page: string;
  perSecond: number;
  p50: number;
  p95: number;
  cpu: number | null;
  bytes: number;
  barePerSecond: number;
  bareCpu: number | null;
};

const COLUMNS: [string, (row: BenchRow) => string][] = [
  ["page", (row) => row.page],
  ["req/s", (row) => row.perSecond.toFixed(0)],
  ["p50 ms", (row) => row.p50.toFixed(1)],
  ["p95 ms", (row) => row.p95.toFixed(1)],
  ["CPU ms/req", (row) => row.cpu?.toFixed(2) ?? "-"],
  ["bytes", (row) => String(row.bytes)],
  ["bare req/s", (row) => row.barePerSecond.toFixed(0)],
  ["bare CPU", (row) => row.bareCpu?.toFixed(3) ?? "-"],
  ["of bare", (row) => `${((100 * row.perSecond) / row.barePerSecond).toFixed(1)} %`],
];

/** Prints what was measured as a Markdown table. */
export function printTable(rows: BenchRow[], print: (line: string) => void): void {
  const cells = rows.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  const widths = COLUMNS.map(([title], index) =>
    Math.max(title.length, ...cells.map((line) => line[index]!.length)),
  );
  const line = (parts: string[]) => `| ${parts.map((p, i) => p.padEnd(widths[i]!)).join(" | ")} |`;
  print(line(COLUMNS.map(([title]) => title)));
  print(line(widths.map((width) => "-".repeat(width))));
  for (const row of cells) print(line(row));
}
