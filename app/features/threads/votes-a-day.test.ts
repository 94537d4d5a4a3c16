import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { TooManyError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { postAnswer } from "./post-answer.server.ts";
import { startThread } from "./start-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();
const NOON = new Date("2026-03-03T12:00:00Z");
const NEXT_DAY = new Date("2026-03-04T00:00:01Z");

let community: Awaited<ReturnType<typeof makeCommunity>>;
let voter: TestMember;
let posts: number[];

const ctx = (actor: Actor, now = NOON): Ctx => ({ ...makeCtx(db, community, actor), now });
const vote = (postId: number, options: { on?: boolean; now?: Date } = {}) =>
  voteHelpful(ctx(voter, options.now), { postId, on: options.on ?? true });

async function given(): Promise<number> {
  const rows = await db
    .selectFrom("vote")
    .select("id")
    .where("community_id", "=", community.id)
    .where("member_id", "=", voter.id)
    .execute();
  return rows.length;
}

beforeEach(async () => {
  community = await makeCommunity(db);
  await db
    .updateTable("community")
    .set({ votes_a_day: 6, votes_a_day_new: 3 })
    .where("id", "=", community.id)
    .execute();
  voter = await makeMember(db, community);
  const author = await makeMember(db, community);
  const title = "Where do votes go?";
  const thread = await startThread(ctx(author), {
    kind: "question",
    title,
    body: title,
    spaceSlug: "general",
    tags: [],
  });
  posts = [];
  for (let n = 0; n < 12; n += 1) {
    const { postId } = await postAnswer(ctx(author), {
      threadId: thread.threadId,
      body: `To ${n}`,
    });
    posts.push(postId);
  }
});

describe("the votes of a day", () => {
  it("end, say when they are back, and are back the next day", async () => {
    for (const postId of posts.slice(0, 3)) await vote(postId);
    const refused = await vote(posts[3]!).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooManyError);
    expect((refused as TooManyError).publicMessage).toEqual({
      key: "error.votesADay",
      params: { most: 3, hours: 12 },
    });
    expect((refused as TooManyError).retryAfter).toBe(12 * 3_600);
    await vote(posts[0]!);
    await vote(posts[3]!, { now: NEXT_DAY });
    expect(await given()).toBe(4);
  });

  it("are more once the first rank is left", async () => {
    await db.updateTable("member").set({ rank: 1 }).where("id", "=", voter.id).execute();
    for (const postId of posts.slice(0, 6)) await vote(postId);
    await expect(vote(posts[6]!)).rejects.toThrow(TooManyError);
  });

  it("come back for one of today that is taken back, not for one of before", async () => {
    for (const postId of posts.slice(0, 3)) await vote(postId);
    for (const postId of posts.slice(3, 6)) await vote(postId, { now: NEXT_DAY });
    await vote(posts[0]!, { on: false, now: NEXT_DAY });
    await expect(vote(posts[6]!, { now: NEXT_DAY })).rejects.toThrow(TooManyError);
    await vote(posts[3]!, { on: false, now: NEXT_DAY });
    await vote(posts[6]!, { now: NEXT_DAY });
    await expect(vote(posts[7]!, { now: NEXT_DAY })).rejects.toThrow(TooManyError);
  });

  it("are not more for many at once", async () => {
    const tries = await Promise.allSettled(posts.map((postId) => vote(postId)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await given()).toBe(3);
  });
});
