import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadStated } from "./load-stated.server.ts";
import { STATEMENT_FIELDS, type Statement } from "./statement-schema.ts";
import { toStatement } from "./to-statement.ts";

export type StatementFormat = "jsonl" | "csv";

/** A cell that no spreadsheet takes for a formula; lists as JSON. */
function cell(value: Statement[keyof Statement]): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(format: StatementFormat, statement: Statement): string {
  if (format === "jsonl") return `${JSON.stringify(statement)}\n`;
  return `${STATEMENT_FIELDS.map((field) => cell(statement[field])).join(",")}\r\n`;
}

/**
 * The statements of reasons of a period, as JSON Lines or comma-separated values, a part at a time.
 * Of admins. Throws SignInNeededError, ForbiddenError at once.
 */
export function writeStatements(
  ctx: Ctx,
  { period, format }: { period: { from: Date; to: Date }; format: StatementFormat },
): AsyncGenerator<string> {
  assertCan(ctx.actor, "desk.export", null);
  return parts(ctx, period, format);
}

async function* parts(ctx: Ctx, period: { from: Date; to: Date }, format: StatementFormat) {
  if (format === "csv") yield `${STATEMENT_FIELDS.join(",")}\r\n`;
  for await (const rows of loadStated(ctx, period)) {
    yield rows.map((row) => line(format, toStatement(ctx.t, ctx.community, row))).join("");
  }
}
