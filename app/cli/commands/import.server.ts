import path from "node:path";
import { parseArgs } from "node:util";
import { DiscourseSource } from "#app/features/portability/discourse-source.server.ts";
import { importContent } from "#app/features/portability/import-content.server.ts";
import type { ImportSource } from "#app/features/portability/import-items.ts";
import type { ImportCounts } from "#app/features/portability/import-job.ts";
import { ImportProgress } from "#app/features/portability/import-progress.ts";
import { ImportRefusedError } from "#app/features/portability/import-refused-error.ts";
import { ImportReport } from "#app/features/portability/import-report.server.ts";
import { PorchlightSource } from "#app/features/portability/porchlight-source.server.ts";
import { BrokenFileError } from "#app/features/portability/read-bytes.server.ts";
import { stackExchangeHost } from "#app/features/portability/stackexchange-links.ts";
import { StackExchangeSource } from "#app/features/portability/stackexchange-source.server.ts";
import { jobContext } from "#app/jobs/job-context.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";
import { UsageError } from "./usage-error.ts";

/** Reports are kept here unless --report says otherwise. */
const REPORTS = ".porchlight/imports";

const OPTIONS = {
  community: { type: "string" },
  space: { type: "string" },
  site: { type: "string" },
  url: { type: "string" },
  report: { type: "string" },
} as const;

type Values = { [K in keyof typeof OPTIONS]?: string };

async function communityFor(db: Db, slug: string | undefined) {
  const known = await db.selectFrom("community").select("slug").execute();
  if (slug !== undefined && !known.some((row) => row.slug === slug)) {
    throw new UsageError(
      `There is no community "${slug}". Make it first: create-community --slug ${slug} --name NAME --host HOST`,
    );
  }
  return findCommunity(db, slug);
}

function openStackExchange(place: string, site: string | undefined, report: ImportReport) {
  const host = stackExchangeHost(site ?? path.basename(place));
  if (!host) throw new UsageError("Say where the dump is from: --site HOST");
  return StackExchangeSource.open(place, host, report);
}

function openDiscourse(place: string, url: string | undefined, report: ImportReport) {
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
    throw new UsageError("--url is the address of the forum, such as https://forum.brand.example");
  }
  return DiscourseSource.open(place, url ?? null, report);
}

function openSource(
  format: string,
  place: string,
  { values, report }: { values: Values; report: ImportReport },
): Promise<ImportSource> {
  if (format === "stackexchange") return openStackExchange(place, values.site, report);
  if (format === "discourse") return openDiscourse(place, values.url, report);
  if (format === "porchlight") return PorchlightSource.open(place, report);
  throw new UsageError(`"${format}" is not one of stackexchange, discourse, porchlight.`);
}

function reportFile(format: string, values: Values, cwd: string): string {
  if (values.report) return path.resolve(cwd, values.report);
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  return path.resolve(REPORTS, `${format}-${stamp}.tsv`);
}

function printReport(report: ImportReport, print: (line: string) => void): void {
  for (const [title, counts] of [
    ["Not taken", report.notTaken],
    ["Taken, but not as it stood", report.changed],
  ] as const) {
    if (counts.size > 0) print(`${title}:`);
    for (const [reason, count] of [...counts].sort((a, b) => b[1] - a[1])) {
      print(`  ${count.toLocaleString("en").padStart(9)}  ${reason}`);
    }
  }
  if (report.path === null) return;
  print(`${report.listed.toLocaleString("en")} rows are listed in ${report.path}; the first:`);
  for (const line of report.firstLines) print(`  ${line}`);
}

async function run(
  source: ImportSource,
  progress: ImportProgress,
  begin: (onRow: (what: string, counts: ImportCounts) => void) => Promise<ImportCounts>,
): Promise<void> {
  progress.begin(source.name);
  progress.end(await begin((what, counts) => progress.row(what, counts)));
}

export const importCommand: Command = {
  usage:
    "import stackexchange DIR [--site HOST] | discourse DIR|FILE [--url https://…] | porchlight FILE [--community SLUG] [--space SLUG] [--report FILE]",
  summary: "brings in members, threads and votes of another place; may be run again at any time",
  run: async ({ args, cwd, connection, print }) => {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [format, place, ...more] = positionals;
    if (!format || !place || more.length > 0)
      throw new UsageError("Say what to import, and from where.");
    const community = await communityFor(connection.db, values.community);
    const ctx = await jobContext(connection.db, community.id);
    if (!ctx) throw new UsageError(`Community "${community.slug}" is gone.`);
    const report = new ImportReport(reportFile(format, values, cwd));
    try {
      const source = await openSource(format, path.resolve(cwd, place), { values, report });
      await run(source, new ImportProgress(print), (onRow) =>
        importContent(
          { ctx, pool: connection.pool },
          { source, report, space: values.space ?? null },
          onRow,
        ),
      );
    } catch (error) {
      if (error instanceof ImportRefusedError) throw new UsageError(error.message);
      if (error instanceof BrokenFileError) throw new UsageError(`${place}: ${error.message}`);
      throw error;
    } finally {
      report.close();
      printReport(report, print);
    }
    return 0;
  },
};
