import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Where } from "./import-items.ts";
import { ImportRefusedError } from "./import-refused-error.ts";
import type { ImportReport } from "./import-report.server.ts";
import { BrokenFileError } from "./read-bytes.server.ts";
import { readXmlRows } from "./read-xml-rows.server.ts";

export type Row = { where: Where; get: (name: string) => string | null };

export type Table = "Posts" | "Users" | "Comments" | "Votes" | "PostLinks";

/** The tables of a dump's folder. */
export class StackExchangeTables {
  private readonly files: Map<string, string>;
  private readonly report: ImportReport;
  private readonly reported = new Set<string>();

  private constructor(files: Map<string, string>, report: ImportReport) {
    this.files = files;
    this.report = report;
  }

  /** Throws ImportRefusedError when the folder is no dump. */
  static async open(folder: string, report: ImportReport): Promise<StackExchangeTables> {
    if (!existsSync(folder)) throw new ImportRefusedError(`There is no folder ${folder}`);
    const names = await readdir(folder).catch(() => {
      throw new ImportRefusedError(`${folder} is not a folder that can be read`);
    });
    const files = new Map(names.map((name) => [name.toLowerCase(), path.join(folder, name)]));
    if (!files.has("posts.xml")) {
      throw new ImportRefusedError(`${folder} is not a Stack Exchange dump: it has no Posts.xml`);
    }
    return new StackExchangeTables(files, report);
  }

  /** The rows of a table. What can't be read is reported the first time the table is read to its end. */
  async *read(table: Table): AsyncGenerator<Row> {
    const file = this.files.get(`${table.toLowerCase()}.xml`);
    const name = `${table}.xml`;
    const isFirst = !this.reported.has(table);
    const say = (row: number, id: string, reason: string) =>
      isFirst && this.report.problem({ file: name, row, id }, reason);
    if (!file) {
      say(0, "", "the file is missing");
      this.reported.add(table);
      return;
    }
    try {
      for await (const row of readXmlRows(file)) {
        if ("problem" in row) {
          say(row.row, "", row.problem);
          continue;
        }
        const { attributes } = row;
        const id = attributes["Id"] ?? "";
        if (/^-?\d{1,15}$/.test(id)) {
          yield {
            where: { file: name, row: row.row, id },
            get: (attribute) => attributes[attribute] ?? null,
          };
        } else say(row.row, id, "the row has no id");
      }
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error;
      say(0, "", error.message);
    }
    this.reported.add(table);
  }
}
