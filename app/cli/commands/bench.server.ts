import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { benchChecks } from "./bench-checks.ts";
import { benchDesk } from "./bench-desk.server.ts";
import { makeBenchData } from "./bench-data.server.ts";
import { measurePages } from "./bench-measure.server.ts";
import { benchSearch } from "./bench-search.server.ts";
import { benchPages } from "./bench-pages.server.ts";
import { printTable } from "./bench-table.ts";

export const benchCommand: Command = {
  usage: "bench [--import DIR] [--seconds 5] [--connections 16]",
  summary:
    "measures the main pages on a data set of its own (a Stack Exchange dump, or 100,000 generated posts) beside a bare node:http server",
  run: async ({ args, cwd, connection, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        import: { type: "string" },
        seconds: { type: "string", default: "5" },
        connections: { type: "string", default: "16" },
      },
    });
    const data = await makeBenchData(connection, { dump: values.import, cwd, print });
    try {
      const pages = [
        ...(await benchPages(data.db, data.communityId)),
        ...(await benchDesk(data.db, data.communityId)),
      ];
      const rows = await measurePages({
        databaseUrl: data.url,
        pages,
        seconds: Number(values.seconds),
        connections: Number(values.connections),
        print,
      });
      printTable(rows, print);
      await benchSearch(data.db, print);
      benchChecks(print);
      return 0;
    } finally {
      await data.close();
    }
  },
};
