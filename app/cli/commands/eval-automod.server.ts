import { existsSync } from "node:fs";
import path from "node:path";
import { evaluateCases } from "#app/features/automod/evaluate/evaluate-cases.server.ts";
import { evaluateSpam } from "#app/features/automod/evaluate/evaluate-spam.server.ts";
import { describeCounts } from "#app/features/automod/evaluate/measure.ts";
import { LineError } from "#app/features/automod/evaluate/read-lines.server.ts";
import type { Command, CommandInput } from "./command.ts";
import { UsageError } from "./usage-error.ts";

type Print = (line: string) => void;

async function measureSpam([train, test]: string[], print: Print): Promise<void> {
  const measured = await evaluateSpam(train as string, test);
  print(
    [
      `trained on ${measured.trainedOn} texts in ${(measured.trainMilliseconds / 1000).toFixed(1)} s`,
      `tested on ${measured.testedOn}${test ? "" : " (a fixed half of the file)"}`,
      `${Math.round(measured.microsecondsEach)} µs a text`,
      `threshold ${measured.threshold.toFixed(3)}, from training alone`,
    ].join(", "),
  );
  print(describeCounts(measured));
}

async function measureCases(file: string, print: Print): Promise<void> {
  const measured = await evaluateCases(file);
  for (const { title, expected, checks } of measured.differing) {
    print(expected ? `missed: ${title}` : `wrong: ${title} (${checks.join(", ")})`);
  }
  print(`${measured.cases} cases, ${measured.held} to be held`);
  print(describeCounts(measured));
}

/** Needs no database; throws UsageError for wrong words, missing files and lines it can't use. */
export async function evalAutomod({
  args,
  cwd,
  print,
}: Omit<CommandInput, "connection">): Promise<number> {
  const [kind, ...given] = args;
  const most = kind === "spam" ? 2 : 1;
  if ((kind !== "spam" && kind !== "cases") || given.length < 1 || given.length > most) {
    throw new UsageError("Say what to measure: spam TRAIN [TEST], or cases FILE.");
  }
  const files = given.map((file) => path.resolve(cwd, file));
  for (const [index, file] of files.entries()) {
    if (!existsSync(file)) throw new UsageError(`There is no file ${given[index]}.`);
  }
  try {
    await (kind === "spam" ? measureSpam(files, print) : measureCases(files[0] as string, print));
    return 0;
  } catch (error) {
    if (error instanceof LineError) throw new UsageError(error.message);
    throw error;
  }
}

export const evalAutomodCommand: Command = {
  usage: "eval-automod spam TRAIN [TEST] | cases FILE",
  summary:
    "measures automod on JSON Lines: precision, recall and false positive rate (FPR) of the spam classifier, or of the checks on rule cases",
  run: evalAutomod,
};
