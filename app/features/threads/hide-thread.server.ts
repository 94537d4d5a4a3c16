import type { Ctx } from "#app/lib/ctx.ts";
import type { ThreadRef } from "./post-ref.ts";
import { setThreadState } from "./set-thread-state.server.ts";
import { readReason, WRITE_LIMITS } from "./write-rules.ts";

/**
 * Hides a thread from everybody but its author, who sees the reason, and staff. Throws InvalidError
 * (reason), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function hideThread(
  ctx: Ctx,
  input: { threadId: number; reason: string },
): Promise<ThreadRef> {
  const reason = readReason(input.reason, { max: WRITE_LIMITS.stateReason, required: true });
  return setThreadState(ctx, {
    threadId: input.threadId,
    verb: "thread.hide",
    to: "hidden",
    reason,
  });
}
