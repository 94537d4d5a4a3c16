import { createHash } from "node:crypto";
import pg from "pg";

const KEPT = 2_000;

type Statement = { text: string; name: string | null };
const kept = new Map<string, Statement>();

/**
 * Keeps the planner from looking at which community is asked for. For one that its statistics don't
 * know yet, such as a new one during its import, it would suppose that hardly a row is there, join by
 * the community alone, and take half a minute for a page. Not knowing which, it supposes an average
 * one, and uses whole keys.
 */
function hideCommunity(text: string): string {
  return text.replace(/(\bcommunity_id"? = )(\$\d+)/g, "$1(select $2::int)");
}

/**
 * A reading statement's name, or `null` where it gets none: writes are planned in no time, and a
 * statement that takes every column would fail on open connections once a migration adds one.
 */
function nameOf(text: string): string | null {
  if (!/^\s*(select|with)\b/i.test(text) || /(\.|select )\*/i.test(text)) return null;
  return createHash("sha1").update(text).digest("base64url");
}

/** What is sent for a statement as written. */
function statementOf(text: string): Statement {
  const known = kept.get(text);
  if (known) return known;
  const full = kept.size >= KEPT;
  const statement = { text: hideCommunity(text), name: full ? null : nameOf(text) };
  if (!full) kept.set(text, statement);
  return statement;
}

/**
 * A client that prepares reading statements by name, so that PostgreSQL plans each once a connection:
 * for the pages' larger queries planning costs more than running.
 */
export class NamedClient extends pg.Client {
  // The signature of pg's overloads; only the form that Kysely uses is changed.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    if (typeof text !== "string" || !Array.isArray(values)) {
      return super.query(...(args as [string])) as unknown as never;
    }
    const { name, text: sent } = statementOf(text);
    const given = name === null ? [sent, values, ...rest] : [{ name, text: sent, values }, ...rest];
    return super.query(...(given as [string])) as unknown as never;
  }
}
