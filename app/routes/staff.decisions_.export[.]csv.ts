import { page } from "#app/http/respond.server.ts";
import { sendStatements } from "#app/http/send-statements.server.ts";

/** Statements of reasons for the EU's transparency database. */
export const loader = page((ctx) => Promise.resolve(sendStatements(ctx, "csv")));
