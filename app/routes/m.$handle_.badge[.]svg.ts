import { getOpenBadge } from "#app/features/reputation/open-badge/get-open-badge.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendBadge } from "#app/http/send-badge.server.ts";

/** A member's badge for other sites, where they agreed to it. */
export const loader = page(async (ctx, params) =>
  sendBadge(ctx.request, await getOpenBadge(ctx, params.handle ?? "")),
);
