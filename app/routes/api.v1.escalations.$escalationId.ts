import { receiveOutcome } from "#app/features/moderation/escalation/receive-outcome.server.ts";
import { SIGNATURE_HEADERS } from "#app/features/moderation/escalation/escalation-rules.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import { AppError } from "#app/lib/errors.ts";

/** `POST /api/v1/escalations/:id`, signed: what the brand’s ticket system says of an escalation. */
export const action = page(async (ctx, params): Promise<Response> => {
  const { headers } = ctx.request;
  try {
    await limit(ctx, "escalation", networkOf(ctx.info.ip));
    const taken = await receiveOutcome(ctx, {
      escalationId: positiveId(params.escalationId),
      body: await ctx.request.text(),
      timestamp: headers.get(SIGNATURE_HEADERS.timestamp) ?? "",
      signature: headers.get(SIGNATURE_HEADERS.signature) ?? "",
      key: headers.get(SIGNATURE_HEADERS.key) ?? "",
    });
    return Response.json(taken);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = translateKey(ctx.t, error.publicMessage.key, error.publicMessage.params);
    return Response.json({ error: { code: error.code, message } }, { status: error.status });
  }
});
