import { createHash } from "node:crypto";
import pg from "pg";

const KEPT = 2_000;
const names = new Map<string, string>();

/**
 * A reading statement's name, or `null` where it gets none: writes are planned in no time, and a
 * statement that takes every column would fail on open connections once a migration adds one.
 */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  if (!/^\s*(select|with)\b/i.test(text) || /(\.|select )\*/i.test(text)) return null;
  if (names.size >= KEPT) return null;
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

/**
 * A client that prepares reading statements by name, so that PostgreSQL plans each once a connection:
 * for the pages' larger queries planning costs more than running.
 */
export class NamedClient extends pg.Client {
  // The signature of pg's overloads; only the form that Kysely uses is changed.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const name = typeof text === "string" && Array.isArray(values) ? nameOf(text) : null;
    const given = name === null ? args : [{ name, text, values }, ...args.slice(2)];
    return super.query(...(given as [string])) as unknown as never;
  }
}
