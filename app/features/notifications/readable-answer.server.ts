import { atLeast } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";

export type AnswerRef = { communityId: number; threadId: number; postId: number };

export type ReadableAnswer = {
  title: string;
  isQuestion: boolean;
  slug: string;
  text: string;
  authorName: string | null;
  accepted: boolean;
  to: { id: number; email: string; locale: string | null };
};

function factsOf(db: Db, ref: AnswerRef) {
  return db
    .selectFrom("post")
    .innerJoin("thread", (join) =>
      join
        .onRef("thread.community_id", "=", "post.community_id")
        .onRef("thread.id", "=", "post.thread_id"),
    )
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "post.community_id")
        .onRef("author.id", "=", "post.author_id"),
    )
    .select(["thread.title", "thread.slug", "thread.kind", "thread.author_id as asker_id"])
    .select(["space.read_role", "post.text", "post.author_id", "author.name as author_name"])
    .select((eb) => eb("thread.accepted_post_id", "=", eb.ref("post.id")).as("accepted"))
    .where("post.community_id", "=", ref.communityId)
    .where("post.id", "=", ref.postId)
    .where("post.thread_id", "=", ref.threadId)
    .where("post.kind", "=", "answer")
    .where("post.state", "=", "published")
    .where("thread.state", "=", "published")
    .executeTakeFirst();
}

/**
 * An answer as its asker or its author may be told of it now: published in a published thread, in a
 * space they may read, at an address they have verified. `null` otherwise, and for one's own act.
 */
export async function readableAnswer(
  db: Db,
  ref: AnswerRef,
  reader: "asker" | "author",
): Promise<ReadableAnswer | null> {
  const facts = await factsOf(db, ref);
  const readerId = reader === "asker" ? facts?.asker_id : facts?.author_id;
  if (!facts || !readerId || facts.asker_id === facts.author_id) return null;
  const member = await db
    .selectFrom("member")
    .select(["id", "email", "role", "locale"])
    .where("community_id", "=", ref.communityId)
    .where("id", "=", readerId)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
  if (!member?.email || !atLeast(member.role, facts.read_role)) return null;
  return {
    title: facts.title,
    isQuestion: facts.kind === "question",
    slug: facts.slug,
    text: facts.text,
    authorName: facts.author_name,
    accepted: facts.accepted === true,
    to: { id: member.id, email: member.email, locale: member.locale },
  };
}
