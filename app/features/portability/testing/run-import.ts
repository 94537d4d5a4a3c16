import path from "node:path";
import type { Connection } from "#db/client.server.ts";

type Command = {
  run: (input: {
    args: string[];
    cwd: string;
    connection: Connection;
    print: (line: string) => void;
  }) => Promise<number>;
};

export type ImportRun = { status: number; printed: string; report: string };

/** Gives a function that runs the command and tells its exit status and what it printed. */
export function importRunner(command: Command) {
  return async (connection: Connection, args: string[], folder: string): Promise<ImportRun> => {
    const lines: string[] = [];
    const report = path.join(folder, `report-${process.hrtime.bigint()}.tsv`);
    const status = await command.run({
      args: [...args, "--report", report],
      cwd: folder,
      connection,
      print: (line) => lines.push(line),
    });
    return { status, printed: lines.join("\n"), report };
  };
}

const TABLES =
  "member space tag thread thread_tag post revision vote same_here import_record redirect reputation_entry rank_change badge_grant expertise event graphile_worker._private_jobs".split(
    " ",
  );

/** A checksum of every table that an import may write. */
export async function checksums({ pool }: Connection): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await pool.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${table} t`,
    );
    sums[table] = rows[0]!.sum;
  }
  return sums;
}
