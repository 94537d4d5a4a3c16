import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, NotFoundError, type ErrorMessage } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { loadThread, type LoadedThread } from "../load-post.server.ts";

/** The id in what somebody typed for a thread, its number or an address of it. Throws InvalidError (target). */
export function targetId(typed: string, missing: ErrorMessage): number {
  const found =
    /^#?([1-9]\d{0,14})$/.exec(typed.trim()) ?? /\/t\/([1-9]\d{0,14})(?:\/|\?|#|$)/.exec(typed);
  if (!found) throw new InvalidError({ target: missing });
  return Number(found[1]);
}

/**
 * Two threads, locked in the order of their ids, so that commands on pairs that cross each other
 * can't block. Throws NotFoundError when the first isn't there for the actor.
 */
export async function loadPair(tx: Tx, ctx: Ctx, threadId: number, intoId: number) {
  const loaded = new Map<number, LoadedThread>();
  for (const id of [threadId, intoId].toSorted((a, b) => a - b)) {
    try {
      loaded.set(id, await loadThread(tx, ctx, id, { lock: true }));
    } catch (error) {
      if (!(error instanceof NotFoundError) || id === threadId) throw error;
    }
  }
  return { thread: loaded.get(threadId)!, into: loaded.get(intoId) };
}
