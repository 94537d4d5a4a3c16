import type { Ctx } from "#app/lib/ctx.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import type { ThreadRef } from "./post-ref.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { sameHere } from "./same-here.server.ts";
import type { VerbInput } from "./schemas.ts";
import { pinThread } from "./tending/pin-thread.server.ts";
import { unmarkDuplicate } from "./tending/unmark-duplicate.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";

type ThreadVerb = (ctx: Ctx, threadId: number, input: VerbInput) => Promise<ThreadRef>;

/** What a small form beside a thread can ask for, by the last part of its address. */
export const threadVerbs: Record<string, ThreadVerb> = {
  "same-here": (ctx, threadId, { on }) => sameHere(ctx, { threadId, on: on === "yes" }),
  lock: (ctx, threadId, { reason }) => lockThread(ctx, { threadId, reason }),
  unlock: (ctx, threadId) => unlockThread(ctx, { threadId }),
  delete: (ctx, threadId, { reason }) => deleteThread(ctx, { threadId, reason }),
  restore: (ctx, threadId) => restoreThread(ctx, { threadId }),
  "undo-duplicate": (ctx, threadId) => unmarkDuplicate(ctx, { threadId }),
  pin: (ctx, threadId) => pinThread(ctx, { threadId, on: true }),
  unpin: (ctx, threadId) => pinThread(ctx, { threadId, on: false }),
  hide: (ctx, threadId, { reason }) => hideThread(ctx, { threadId, reason }),
};
