import { getConnection } from "#app/http/database.server.ts";
import { getEnv } from "#app/lib/env.server.ts";
import { commands } from "./commands.server.ts";
import { UsageError } from "./usage-error.ts";

type Print = (line: string) => void;

function printHelp(print: Print): void {
  print("npm run porchlight -- COMMAND");
  print("");
  for (const { usage, summary } of Object.values(commands)) {
    print(`  ${usage}`);
    print(`      ${summary}`);
  }
}

function explain(error: unknown, print: Print, usage: string): number {
  const code = (error as { code?: string }).code ?? "";
  if (error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS")) {
    print((error as Error).message);
    print(`Usage: npm run porchlight -- ${usage}`);
    return 2;
  }
  print(String((error as Error).stack ?? error));
  return 1;
}

/** Runs one command line; gives the exit status: 0 done, 1 found or failed something, 2 wrong words. */
export async function runCommand(argv: string[], cwd: string): Promise<number> {
  const [name = "help", ...args] = argv;
  const print: Print = (line) => void process.stdout.write(`${line}\n`);
  if (name === "help" || name === "--help") {
    printHelp(print);
    return 0;
  }
  const command = commands[name];
  if (!command) {
    print(`There is no command "${name}".`);
    print("");
    printHelp(print);
    return 2;
  }
  try {
    getEnv();
    const connection = getConnection();
    try {
      return await command.run({ args, cwd, connection, print });
    } finally {
      await connection.close();
    }
  } catch (error) {
    return explain(error, print, command.usage);
  }
}
