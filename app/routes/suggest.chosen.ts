import { recordChosen } from "#app/features/threads/searching/box/record-chosen.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};

/** Which thread `t` of those `shown` was chosen for the words `q`. Answers 204, whatever is sent. */
export const action = form(async (ctx, fields) => {
  try {
    await limit(ctx, "suggestChosen", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
    await recordChosen(ctx, {
      query: textOf(fields, "q"),
      threadId: Number(textOf(fields, "t")),
      shown: textOf(fields, "shown").split(",", 8).map(Number),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return new Response(null, { status: 204 });
});
