import { readWritten } from "#app/features/threads/read-written.server.ts";
import { writtenSchema } from "#app/features/threads/schemas.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form } from "#app/http/respond.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import { AppError, InvalidError, SignInNeededError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** The HTML that would be stored for what is written now, or what is wrong with it, as JSON. */
export const action = form(async (ctx, fields) => {
  try {
    if (ctx.actor.id === null) throw new SignInNeededError();
    await limit(ctx, "preview", String(ctx.actor.id));
    const { html } = await readWritten(ctx, parseForm(writtenSchema, fields));
    return Response.json({ html }, { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wrong = error instanceof InvalidError ? error.fields.body : undefined;
    const { key, params } = wrong ?? error.publicMessage;
    const problem = translateKey(ctx.t, key, params);
    return Response.json({ problem }, { status: error.status, headers: PRIVATE });
  }
});
