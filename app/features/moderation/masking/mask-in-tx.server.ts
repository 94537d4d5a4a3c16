import { editInTx } from "#app/features/threads/edit-post.server.ts";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { InvalidError } from "#app/lib/errors.ts";
import type { Change } from "../change.server.ts";
import { notPossible } from "../collisions.ts";
import { loadMasks } from "./load-masks.server.ts";
import { maskRevisions } from "./mask-revisions.server.ts";
import { maskVersion } from "./mask-version.ts";

/**
 * What the verb `mask` does: writes the post, and its thread's title with an opening post, without
 * personal data, as a new revision, and takes it out of the earlier ones. Throws ConflictError of a
 * removed post, InvalidError (kinds) where nothing is found.
 */
export async function maskInTx(change: Change): Promise<void> {
  const { tx, ctx, decided, input } = change;
  const post = await loadPost(tx, ctx, decided.post_id!, { lock: true });
  if (post.state === "deleted") throw notPossible(ctx, decided);
  const masks = await loadMasks(tx, ctx, input.kinds);
  const title = post.kind === "opening" ? post.thread.title : null;
  const masked = maskVersion({ title, document: post.document }, masks);
  if (masked) {
    const reason = translatorOf(ctx.community.locale)("masking.editReason");
    await editInTx(tx, ctx, { post, stored: masked.stored, title: masked.title, reason });
  }
  const found = await maskRevisions(tx, ctx, { postId: post.id, masks });
  if (found.length === 0) throw new InvalidError({ kinds: { key: "masking.nothingFound" } });
}
