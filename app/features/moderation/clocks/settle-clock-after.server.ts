import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { settleDueTimes } from "./settle-due-times.server.ts";

/** Gives a case its due time as soon as it is open. */
export async function settleClockAfter(ctx: Ctx, event: AppEvent<"case.opened">): Promise<void> {
  await settleDueTimes(ctx, { caseId: event.payload.caseId });
}
