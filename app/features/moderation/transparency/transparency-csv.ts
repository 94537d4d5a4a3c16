import type { Figures } from "./figures.ts";
import type { Transparency } from "./get-transparency.server.ts";

type Row = (string | number)[];

function rowsOf(period: string, figures: Figures): Row[] {
  const { decisions, grounds, reports, appeals } = figures;
  const rounded = (minutes: number | null) => (minutes === null ? "" : Math.round(minutes));
  return [
    ...Object.entries(decisions).map(([verb, count]): Row => ["decisions", verb, count]),
    ["grounds", "terms", grounds.terms],
    ["grounds", "law", grounds.law],
    ["automated", "", figures.automated],
    ["reversals", "", figures.reversals],
    ...Object.entries(reports).flatMap(([kind, of]): Row[] => [
      ["reports_received", kind, of.received],
      ["reports_agreed", kind, of.agreed],
      ["reports_declined", kind, of.declined],
    ]),
    ["appeals_made", "", appeals.made],
    ["appeals_upheld", "", appeals.upheld],
    ["appeals_overturned", "", appeals.overturned],
    ["median_minutes_report_to_decision", "", rounded(figures.reportMinutes)],
    ["median_minutes_appeal_to_outcome", "", rounded(figures.appealMinutes)],
  ].map((row) => [period, ...row]);
}

/** Every figure of every month and of the year, a line each (RFC 4180); names in it are for programs. */
export function transparencyCsv({ months, year }: Transparency): string {
  const rows: Row[] = [
    ["period", "figure", "of", "value"],
    ...months.flatMap(({ month, figures }) => rowsOf(month, figures)),
    ...rowsOf("year", year),
  ];
  return `${rows.map((row) => row.join(",")).join("\r\n")}\r\n`;
}
