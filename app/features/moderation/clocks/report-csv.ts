import type { Translate } from "#app/i18n/translate.ts";
import type { ClockFigures } from "./clock-figures.ts";
import type { ClockReport } from "./get-clock-report.server.ts";

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const rounded = (value: number | null, digits: number) =>
  value === null ? "" : Number(value.toFixed(digits));

function figureCells(figures: ClockFigures): (string | number)[] {
  const { closed, claimMedian, claimMost, closeMedian, closeMost, within, breaches } = figures;
  const times = [claimMedian, claimMost, closeMedian, closeMost];
  return [closed, ...times.map((time) => rounded(time, 1)), rounded(within, 4), breaches];
}

/** A report as comma-separated values (RFC 4180, with a byte order mark, as spreadsheets want it). */
export function reportCsv(t: Translate, { team, queues, agents }: ClockReport): string {
  const minutes = (column: string) => t("clocks.csvMinutes", { column });
  const rows: (string | number)[][] = [
    [
      t("clocks.csvPart"),
      t("clocks.csvName"),
      t("clocks.columnClosed"),
      minutes(t("clocks.columnClaimMedian")),
      minutes(t("clocks.columnClaimMost")),
      minutes(t("clocks.columnCloseMedian")),
      minutes(t("clocks.columnCloseMost")),
      t("clocks.csvShare", { column: t("clocks.columnWithin") }),
      t("clocks.columnBreaches"),
    ],
    [t("clocks.csvTeam"), t("clocks.all"), ...figureCells(team)],
    ...queues.map(({ queue, ...figures }) => [
      t("clocks.csvQueue"),
      t("clocks.queue", { queue }),
      ...figureCells(figures),
    ]),
    ...agents.map(({ agent, ...figures }) => [
      t("clocks.csvAgent"),
      agent.name,
      ...figureCells(figures),
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
