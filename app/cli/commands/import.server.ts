import type { Command } from "./command.ts";

export const importCommand: Command = {
  usage: "import stackexchange DIR",
  summary: "being written",
  run: () => Promise.resolve(1),
};
