import { describe, expect, it } from "vitest";
import { decide } from "#app/features/moderation/decide.server.ts";
import { openHeldCase } from "#app/features/moderation/open-held-case.server.ts";
import { loadThreadFeed } from "#app/features/open-web/load-thread-feed.server.ts";
import { loadThreadsFeed } from "#app/features/open-web/load-threads-feed.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import { getThreadPage } from "../get-thread-page.server.ts";
import { listThreads } from "../list-threads.server.ts";
import { searchForApi } from "../searching/search-api.server.ts";
import { searchParams } from "../searching/search-filters.ts";
import { HELD, openScreened } from "../testing/open-screened.server.ts";
import { voteHelpful } from "../vote-helpful.server.ts";

const { db } = await cloneDatabase();
const scene = await openScreened(db);
const { as, ask, answer, post, thread, member, other, staff } = scene;
const started = new Date(Date.now() - 60_000);

const OTHERS: [string, Actor][] = [
  ["guest", GUEST],
  ["member", other],
];
const followers = () => runFollowers(as(GUEST), started, /.*/);
const rowOf = (id: number) =>
  db.selectFrom("member").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const mails = async () =>
  (await db.selectFrom("mail").select("dedupe_key").execute()).map(({ dedupe_key: key }) => key);

async function seen(actor: Actor, threadId: number) {
  const ctx = as(actor);
  const { threads } = await listThreads(ctx, { list: "latest" });
  const feed = await loadThreadsFeed(ctx, {});
  const found = await searchForApi(ctx, searchParams.parse({ q: HELD }));
  const indexed = await db
    .selectFrom("search_text")
    .select("terms")
    .where("thread_id", "=", threadId)
    .execute();
  const page = await getThreadPage(ctx, { threadId, sort: "oldest" }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  return {
    listed: threads.some(({ id }) => id === threadId),
    fed: JSON.stringify(feed).includes(HELD),
    found: JSON.stringify(found).includes(HELD),
    indexed: indexed.some(({ terms }) =>
      terms.some((term) => term.length > 4 && HELD.startsWith(term)),
    ),
    page: page !== null,
    // The rail names other threads.
    shown: JSON.stringify([page?.opening, page?.answers, page?.thread.title]).includes(HELD),
  };
}
const NOTHING = {
  listed: false,
  fed: false,
  found: false,
  indexed: false,
  page: false,
  shown: false,
};

describe("a held thread", async () => {
  const { threadId, postId, href } = await ask(member, { title: `Where does the ${HELD} grow` });

  it("is seen by nobody but its author and staff, with the reason", async () => {
    await followers();
    for (const [, actor] of OTHERS) expect(await seen(actor, threadId)).toEqual(NOTHING);
    const page = await getThreadPage(as(member), { threadId, sort: "oldest" });
    expect(page.thread).toMatchObject({
      state: "held",
      stateReason: `This community doesn’t use these words: ${HELD}. Say it in others.`,
    });
    expect(href).toContain(`/t/${threadId}/`);
    expect((await getThreadPage(as(staff), { threadId, sort: "oldest" })).thread.id).toBe(threadId);
    expect((await rowOf(member.id)).thread_count).toBe(0);
  });

  it("waits in the queue once, and is published by approving", async () => {
    const [held] = await scene.facts(["post.held"]);
    expect(held).toMatchObject({ payload: { threadId, postId }, actorId: member.id });
    await openHeldCase(as(staff), held as never);
    const of = (await scene.cases()).filter((row) => row.thread_id === threadId);
    const [opened, ...more] = of;
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ queue: "held", thread_id: threadId, closed_at: null });
    const told = async () =>
      (await scene.facts(["thread.started"])).filter(
        ({ payload }) => "threadId" in payload && payload.threadId === threadId,
      );
    expect(await told()).toEqual([]);
    await decide(as(staff), {
      verb: "approve",
      subject: { kind: "thread", id: threadId },
      caseId: opened!.id,
    });
    expect(await told()).toHaveLength(1);
    await followers();
    for (const [, actor] of OTHERS) {
      expect(await seen(actor, threadId)).toMatchObject({
        listed: true,
        fed: true,
        found: true,
        page: true,
        shown: true,
      });
    }
    expect((await rowOf(member.id)).thread_count).toBe(1);
    // Told again of what was settled, nothing opens.
    await openHeldCase(as(staff), held as never);
    const open = (await scene.cases()).filter((row) => row.thread_id === threadId);
    expect(open.filter((row) => row.closed_at === null)).toEqual([]);
  });
});

describe("a held answer", async () => {
  const { threadId } = await ask(other);
  const { postId } = await answer(threadId, `Rub ${HELD} on it until the light goes out`, member);

  it("isn’t counted, told of, or shown", async () => {
    await followers();
    expect(await thread(threadId)).toMatchObject({
      answer_count: 0,
      reply_count: 0,
      first_answer_at: null,
    });
    for (const [, actor] of OTHERS) {
      expect(await seen(actor, threadId)).toMatchObject({ indexed: false, shown: false });
      const feed = await loadThreadFeed(as(actor), threadId);
      expect(JSON.stringify(feed)).not.toContain(HELD);
    }
    expect(await scene.facts(["answer.published"])).toEqual([]);
    expect((await mails()).some((key) => key.includes("answer"))).toBe(false);
    expect((await rowOf(member.id)).answer_count).toBe(0);
    const own = await getThreadPage(as(member), { threadId, sort: "oldest" });
    expect(own.answers.map(({ id, state }) => [id, state])).toEqual([[postId, "held"]]);
  });

  it("counts, tells and earns once it is approved", async () => {
    await decide(as(staff), { verb: "approve", subject: { kind: "post", id: postId } });
    expect(await post(postId)).toMatchObject({ state: "published", state_reason: "" });
    expect((await thread(threadId)).answer_count).toBe(1);
    await voteHelpful(as(other), { postId, on: true });
    await followers();
    expect((await mails()).some((key) => key.includes("answer"))).toBe(true);
    const { answer_count: answers, points } = await rowOf(member.id);
    expect(answers).toBe(1);
    expect(points).toBeGreaterThan(0);
    expect(await seen(GUEST, threadId)).toMatchObject({ indexed: true, shown: true });
  });
});

it("leaves everything as it should be", async () => {
  expect(await examine(db, scene.community.id)).toEqual([]);
});
