import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import { findOriginals, isKept } from "./find-original.server.ts";
import { listLooks, type LookView } from "./list-looks.server.ts";
import { loadMasks } from "./load-masks.server.ts";
import { sameElsewhere } from "./same-elsewhere.server.ts";

export type OriginalPage = {
  postId: number;
  threadTitle: string;
  /** Newest first. */
  originals: {
    id: number;
    kinds: string[];
    masked: TimeText;
    /** `null`: a rule did, or somebody who is gone. */
    masker: string | null;
    byRule: boolean;
    /** `null`: it isn't there any more. */
    until: TimeText | null;
    restored: boolean;
  }[];
  /** Something is left to look at. */
  kept: boolean;
  /** Posts of the thread where the same stands; a list, so that they can be masked too. */
  elsewhere: number[];
  /** Who looked when, newest first; `null`: only admins read that. */
  looks: LookView[] | null;
};

/** What was masked in a post, without showing it. Throws NotFoundError, ForbiddenError, SignInNeededError. */
export async function getOriginalPage(ctx: Ctx, postId: number): Promise<OriginalPage> {
  const { post, originals } = await findOriginals(ctx.db, ctx, postId);
  const masks = await loadMasks(ctx.db, ctx);
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  const there = originals.filter((original) => isKept(original, ctx.now));
  const elsewhere = await sameElsewhere(ctx.db, ctx, {
    postId,
    threadId: post.threadId,
    texts: there.flatMap(({ texts }) => texts ?? []),
    options: masks.options,
  });
  return {
    postId,
    threadTitle: post.title,
    originals: originals.map((original) => ({
      id: original.id,
      kinds: original.kinds,
      masked: time(original.masked_at),
      masker: original.masker,
      byRule: original.by_rule,
      until: isKept(original, ctx.now) ? time(original.keep_until) : null,
      restored: original.restored_at !== null,
    })),
    kept: there.length > 0,
    elsewhere,
    looks: atLeast(ctx.actor.role, "admin") ? await listLooks(ctx, { postId }) : null,
  };
}
