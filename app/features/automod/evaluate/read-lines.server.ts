import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";

/** A line of a file that can't be used; says which and why. */
export class LineError extends Error {
  override name = "LineError";
}

const reason = (error: z.ZodError): string => {
  const [issue] = error.issues;
  const field = issue?.path.join(".");
  return `${field ? `"${field}": ` : ""}${issue?.message ?? "not as expected"}`;
};

/**
 * The lines of a JSON Lines file, each as the schema says; empty lines are left out.
 * @throws LineError naming file and line
 */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, "utf8")).replace(/^\ufeff/, "").split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const where = `${path.basename(file)}, line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new LineError(`${where}: not JSON: ${line.slice(0, 60)}`);
    }
    const read = schema.safeParse(value);
    if (!read.success) throw new LineError(`${where}: ${reason(read.error)}`);
    return [read.data];
  });
}
