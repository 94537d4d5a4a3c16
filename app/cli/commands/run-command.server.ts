import { getConnection } from "#app/http/database.server.ts";
import { getEnv } from "#app/lib/env.server.ts";
import type { Connection } from "#db/client.server.ts";
import { commands } from "./commands.server.ts";

/** What a command gets: its words, where relative paths start, and the database. */
export type CommandInput = {
  args: string[];
  cwd: string;
  connection: Connection;
  print: (line: string) => void;
};

/** `run` gives the exit status. */
export type Command = {
  usage: string;
  summary: string;
  run: (input: CommandInput) => Promise<number>;
};

/** An error a person can mend: printed without a stack. */
export class UsageError extends Error {
  override name = "UsageError";
}

function help(print: (line: string) => void): void {
  print("npm run porchlight -- COMMAND");
  print("");
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  for (const { usage, summary } of Object.values(commands)) print(`  ${usage.padEnd(width)}  ${summary}`);
}

/** Runs one command line; gives the exit status: 0 done, 1 found or failed something, 2 wrong words. */
export async function runCommand(argv: string[], cwd: string): Promise<number> {
  const [name = "help", ...args] = argv;
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  if (name === "help" || name === "--help") {
    help(print);
    return 0;
  }
  const command = commands[name];
  if (!command) {
    print(`There is no command "${name}".`);
    help(print);
    return 2;
  }
  try {
    getEnv();
    return await command.run({ args, cwd, connection: getConnection(), print });
  } catch (error) {
    print(error instanceof UsageError ? error.message : String((error as Error).stack ?? error));
    if (error instanceof UsageError) print(`Usage: npm run porchlight -- ${command.usage}`);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await getConnection().close().catch(() => {});
  }
}
