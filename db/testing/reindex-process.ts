import { reindexCommand } from "#app/cli/commands/reindex.server.ts";
import { getConnection } from "#app/http/database.server.ts";

// `porchlight reindex` in a process of its own, so that a test can kill it. Started with node, which strips types.
process.send?.({ started: true });
const status = await reindexCommand.run({
  args: [],
  cwd: process.cwd(),
  connection: getConnection(),
  print: (line) => void process.stdout.write(`${line}\n`),
});
process.exit(status);
