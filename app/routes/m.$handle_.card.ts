import { getMemberCard } from "#app/features/reputation/card/get-member-card.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** A member's card as JSON, for what shows beside a name. */
export const loader = page(async (ctx, params) => {
  try {
    return Response.json(await getMemberCard(ctx, params.handle ?? ""), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
