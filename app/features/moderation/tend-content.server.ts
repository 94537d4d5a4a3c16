import { can } from "#app/features/members/policy.ts";
import { chooseTags } from "#app/features/threads/choose-tags.server.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { threadSubject } from "#app/features/threads/subjects.ts";
import { targetId } from "#app/features/threads/tending/load-pair.server.ts";
import {
  checkedTarget,
  markDuplicateInTx,
} from "#app/features/threads/tending/mark-duplicate.server.ts";
import { moveInTx, placeToMove } from "#app/features/threads/tending/move-thread.server.ts";
import { retagInTx } from "#app/features/threads/tending/retag-thread.server.ts";
import { unmarkDuplicateInTx } from "#app/features/threads/tending/unmark-duplicate.server.ts";
import { ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { loadThreadOf, type Change } from "./change.server.ts";
import { nothingToDo, notPossible } from "./collisions.ts";

/** Moves a thread. Whoever moderates a space can't put it where they have no say. */
export async function moveThere(change: Change): Promise<void> {
  const { tx, ctx, input, decided } = change;
  const thread = await loadThreadOf(change);
  if (thread.merged_into !== null || thread.state === "deleted") throw notPossible(ctx, decided);
  const to = await placeToMove(tx, ctx, thread, input.spaceSlug ?? "");
  if (to === thread.space_id) throw nothingToDo();
  const { actor } = ctx;
  const bound = actor.kind === "member" && actor.moderates?.has(thread.space_id);
  if (bound && !actor.moderates?.has(to)) throw new ForbiddenError();
  await moveInTx(tx, ctx, { threadId: thread.id, from: thread.space_id, to });
}

/** Gives a thread other tags; the same again is no decision. */
export async function tagAnew(change: Change): Promise<void> {
  const { tx, ctx, input, decided } = change;
  const thread = await loadThreadOf(change);
  if (thread.merged_into !== null || thread.state === "deleted") throw notPossible(ctx, decided);
  const wanted = await chooseTags(tx, ctx, input.tags ?? []);
  await retagInTx(tx, ctx, { threadId: thread.id, wanted });
}

/** Closes a question because another answers it; both rows are held by now, or found to be. */
export async function closeAsDuplicate(change: Change): Promise<void> {
  const { tx, ctx, input, decided } = change;
  const missing = { key: "powers.targetMissing" };
  const intoId = targetId(input.target ?? "", missing);
  const thread = await loadThreadOf(change);
  const may = can(ctx.actor, "thread.markDuplicate", threadSubject(thread));
  if (!may) throw notPossible(ctx, decided);
  if (intoId === thread.id) throw new InvalidError({ target: { key: "powers.targetItself" } });
  const given = await loadThread(tx, ctx, intoId, { lock: true }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
  const into = checkedTarget(ctx, thread, given);
  await markDuplicateInTx(tx, ctx, { threadId: thread.id, intoId: into.id });
}

/** Opens a question again that was closed as a duplicate. */
export async function openAgain(change: Change): Promise<void> {
  const { tx, ctx, decided } = change;
  const thread = await loadThreadOf(change);
  if (thread.duplicate_of === null) throw notPossible(ctx, decided);
  await unmarkDuplicateInTx(tx, ctx, { threadId: thread.id, was: thread.duplicate_of });
}
