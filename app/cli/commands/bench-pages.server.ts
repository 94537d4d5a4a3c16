import type { Db } from "#db/client.server.ts";
import { sessionCookie } from "./bench-session.server.ts";

export type BenchPage = { name: string; path: string; cookie: string | null };

/** A session for the member who wrote most, to measure pages that no cache may answer. */
async function memberCookie(db: Db, communityId: number): Promise<string> {
  const { id } = await db
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", communityId)
    .orderBy("answer_count", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return sessionCookie(db, { communityId, memberId: id });
}

/** The main pages, as a guest sees them and as a member does. */
export async function benchPages(db: Db, communityId: number): Promise<BenchPage[]> {
  const thread = await db
    .selectFrom("thread")
    .select(["id", "slug"])
    .where("community_id", "=", communityId)
    .where("state", "=", "published")
    .where("reply_count", ">=", 19)
    .orderBy("reply_count")
    .limit(1)
    .executeTakeFirstOrThrow();
  const space = await db
    .selectFrom("space")
    .select("slug")
    .where("community_id", "=", communityId)
    .orderBy("thread_count", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const cookie = await memberCookie(db, communityId);
  const paths = [
    ["home", "/"],
    ["space", `/s/${space.slug}`],
    ["needs an answer", "/?list=needs_answer"],
    ["thread of 20 posts", `/t/${thread.id}/${thread.slug}`],
    ["search", "/search?q=wallet"],
  ] as const;
  return paths.flatMap(([name, path]) => [
    { name: `${name}, guest`, path, cookie: null },
    { name: `${name}, member`, path, cookie },
  ]);
}
