import type { Connection } from "#db/client.server.ts";

/** What a command gets: its words, where relative paths start, the database, where to print. */
export type CommandInput = {
  args: string[];
  cwd: string;
  connection: Connection;
  print: (line: string) => void;
};

/** `run` gives the exit status: 0 done, 1 found or failed something. */
export type Command = {
  usage: string;
  summary: string;
  run: (input: CommandInput) => Promise<number>;
};
