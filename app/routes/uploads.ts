import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { contextFor } from "#app/http/context.server.ts";
import { readUpload } from "#app/http/read-upload.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import { AppError, InvalidError, TooManyError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** The page where one picks a file without scripts. */
export const loader = () => redirect("/upload");

/**
 * Takes one file (multipart field `file`) and answers as JSON: 201 `{ ok: true, upload }`, or
 * `{ ok: false, error }` with a sentence for its sender.
 */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const ctx = await contextFor(request, context);
  try {
    const upload = await readUpload(ctx);
    return Response.json({ ok: true, upload }, { status: 201, headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wrong = error instanceof InvalidError ? error.fields.file : undefined;
    const { key, params } = wrong ?? error.publicMessage;
    const headers: Record<string, string> = { ...PRIVATE };
    if (error instanceof TooManyError) headers["Retry-After"] = String(error.retryAfter);
    const body = { ok: false, error: translateKey(ctx.t, key, params) };
    return Response.json(body, { status: error.status, headers });
  }
}
