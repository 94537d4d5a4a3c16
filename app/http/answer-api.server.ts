import type { z } from "zod";
import { AppError, InvalidError } from "#app/lib/errors.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { PageCtx } from "./context.server.ts";
import { networkOf } from "./network-of.ts";
import { limit, type LimitName } from "./rate-limit.server.ts";

/** What one visitor may see is nobody else's answer. */
const HEADERS = { "Cache-Control": "private, no-store", Vary: "Cookie" };

/**
 * Answers a GET of the API with JSON: reads the address by a schema, counts against a limit of the
 * network, and says in JSON what is wrong.
 */
export async function answerApi<S extends z.ZodObject>(
  ctx: PageCtx,
  { schema, limited }: { schema: S; limited: LimitName },
  work: (params: z.output<S>) => Promise<object>,
): Promise<Response> {
  try {
    await limit(ctx, limited, networkOf(ctx.info.ip));
    const given = Object.fromEntries(new URL(ctx.request.url).searchParams);
    const parsed = schema.safeParse(given);
    if (!parsed.success) throw new InvalidError({});
    return Response.json(await work(parsed.data), { headers: HEADERS });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const retry =
      "retryAfter" in error ? { "Retry-After": String(error.retryAfter as number) } : undefined;
    const message = translateKey(ctx.t, error.publicMessage.key, error.publicMessage.params);
    return Response.json(
      { error: { code: error.code, message } },
      { status: error.status, headers: { ...HEADERS, ...retry } },
    );
  }
}
