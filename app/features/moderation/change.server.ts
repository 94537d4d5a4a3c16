import { loadThread } from "#app/features/threads/load-post.server.ts";
import type { StoredText } from "#app/features/threads/rich-text/render-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { Decide, Words } from "./decide-input.ts";
import type { Decided } from "./load-decided.server.ts";

export type Change = {
  tx: Tx;
  /** Whose actor reads all that staff read. */
  ctx: Ctx;
  decided: Decided;
  words: Words;
  input: Decide;
  /** Of edit. */
  stored: StoredText | null;
};

/** The thread of what is decided about. */
export const loadThreadOf = ({ tx, ctx, decided }: Change) =>
  loadThread(tx, ctx, decided.thread_id!, { lock: true });

/** The actor as the commands of threads know staff; whoever moderates a space is that for one decision. */
export function actingCtx(ctx: Ctx): Ctx {
  const { actor } = ctx;
  if (actor.kind !== "member") return ctx;
  if (!isStaff(actor.role)) return { ...ctx, actor: { ...actor, role: "moderator" } };
  const { moderates: _, ...staff } = actor;
  return { ...ctx, actor: staff };
}
