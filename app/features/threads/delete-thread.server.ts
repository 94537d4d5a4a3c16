import type { Ctx } from "#app/lib/ctx.ts";
import type { ThreadRef } from "./post-ref.ts";
import { setThreadState } from "./set-thread-state.server.ts";
import { readReason, WRITE_LIMITS } from "./write-rules.ts";

/**
 * Takes a thread away; only staff see it then. Throws InvalidError (reason), NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function deleteThread(
  ctx: Ctx,
  input: { threadId: number; reason?: string | undefined },
): Promise<ThreadRef> {
  const reason = readReason(input.reason, { max: WRITE_LIMITS.stateReason });
  return setThreadState(ctx, {
    threadId: input.threadId,
    verb: "thread.delete",
    to: "deleted",
    reason,
  });
}
