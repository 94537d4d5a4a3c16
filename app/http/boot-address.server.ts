import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { once } from "#app/lib/once.server.ts";

function addressOf(file: string): string {
  const bytes = readFileSync(path.resolve("public", file));
  return `/${file}?v=${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}`;
}

/** Address of the script that starts the application, with its content's hash. */
export function bootAddress(): string {
  return once("address.boot", () => addressOf("boot.js"));
}

/** Address of the script for reading, with its content's hash. */
export function readingAddress(): string {
  return once("address.reading", () => addressOf("reading.js"));
}

/** Address of the icon sprite, with its content's hash. */
export function iconsAddress(): string {
  return once("address.icons", () => addressOf("icons.svg"));
}
