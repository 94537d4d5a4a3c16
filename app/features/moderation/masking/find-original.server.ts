import type { DecidedSubject } from "#app/features/members/moderation-policy.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";
import type { MaskedText } from "#db/schema-masking.ts";

export type MaskedPost = {
  postId: number;
  threadId: number;
  title: string;
  slug: string;
  isOpening: boolean;
};

export type FoundOriginal = {
  id: number;
  kinds: string[];
  texts: MaskedText[] | null;
  masked_at: Date;
  keep_until: Date;
  restored_at: Date | null;
  by_rule: boolean;
  masker: string | null;
};

/** What the policy decides on, by the post's place and author. */
async function placeOf(db: Db, ctx: Ctx, postId: number) {
  if (!Number.isSafeInteger(postId)) throw new NotFoundError();
  const row = await db
    .selectFrom("post")
    .innerJoin("thread", (join) =>
      join
        .onRef("thread.community_id", "=", "post.community_id")
        .onRef("thread.id", "=", "post.thread_id"),
    )
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "post.community_id")
        .onRef("member.id", "=", "post.author_id"),
    )
    .select(["post.kind", "post.author_id", "thread.id as thread_id", "thread.space_id"])
    .select(["thread.title", "thread.slug", "member.role"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("space_moderator")
            .select("space_moderator.member_id")
            .whereRef("space_moderator.community_id", "=", "post.community_id")
            .whereRef("space_moderator.space_id", "=", "thread.space_id")
            .whereRef("space_moderator.member_id", "=", "post.author_id"),
        )
        .as("moderates"),
    )
    .where("post.community_id", "=", ctx.community.id)
    .where("post.id", "=", postId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return row;
}

/**
 * A post whose personal data was masked, with every original of it, for staff who may mask there.
 * Throws NotFoundError where nothing was masked, ForbiddenError, SignInNeededError.
 */
export async function findOriginals(
  db: Db,
  ctx: Ctx,
  postId: number,
): Promise<{ post: MaskedPost; originals: FoundOriginal[] }> {
  // Of the staff alone: whoever moderates a space masks there, and needs to see no more for that.
  assertCan(ctx.actor, "desk.manage", null);
  const place = await placeOf(db, ctx, postId);
  const subject: DecidedSubject = {
    verb: "mask",
    spaceId: place.space_id,
    aboutId: place.author_id,
    aboutRole: (place.role ?? null) as MemberRole | null,
    aboutModerates: Boolean(place.moderates),
  };
  assertCan(ctx.actor, "desk.decide", subject);
  const originals = await db
    .selectFrom("masked_original as o")
    .leftJoin("member as masker", (join) =>
      join
        .onRef("masker.community_id", "=", "o.community_id")
        .onRef("masker.id", "=", "o.masked_by"),
    )
    .select(["o.id", "o.kinds", "o.texts", "o.masked_at", "o.keep_until", "o.restored_at"])
    .select(["o.by_rule", "masker.name as masker"])
    .where("o.community_id", "=", ctx.community.id)
    .where("o.post_id", "=", postId)
    .orderBy("o.id", "desc")
    .limit(20)
    .execute();
  if (originals.length === 0) throw new NotFoundError();
  const { title, slug, thread_id: threadId } = place;
  const post = { postId, threadId, title, slug, isOpening: place.kind === "opening" };
  return { post, originals };
}

/** Whether it is still there to be looked at. */
export function isKept(
  { texts, keep_until: until }: Pick<FoundOriginal, "texts" | "keep_until">,
  now: Date,
): boolean {
  return texts !== null && until > now;
}
