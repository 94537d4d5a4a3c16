import type { Ctx } from "#app/lib/ctx.ts";
import type { ThreadRef } from "./post-ref.ts";
import { setThreadState } from "./set-thread-state.server.ts";

/**
 * Shows a deleted, hidden or held thread again.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function restoreThread(ctx: Ctx, input: { threadId: number }): Promise<ThreadRef> {
  const { threadId } = input;
  return setThreadState(ctx, { threadId, verb: "thread.restore", to: "published", reason: "" });
}
