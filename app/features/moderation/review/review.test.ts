import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import type { Power } from "#app/lib/powers.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, type TestMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decide } from "../decide.server.ts";
import { openCase } from "../open-case.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { castVote } from "./cast-vote.server.ts";
import { handOver } from "./hand-over.server.ts";
import { judgeReviews } from "./judge-reviews.server.ts";
import { proposeClose, proposeDuplicate } from "./propose.server.ts";
import { queueEdit, queueFirstPost } from "./queue-review.server.ts";
import { DEFAULT_REVIEW } from "./review-rules.ts";
import { setReview } from "./set-review.server.ts";
import { takeTurn } from "./take-turn.server.ts";

const { db } = await cloneDatabase();
const DAY = 86_400_000;
const never = { draw: () => 1 };
const always = { draw: () => 0 };

async function reviewers(desk: Desk, count: number): Promise<TestMember[]> {
  const powers: Power[] = ["desk.review", "post.voteHide"];
  return Promise.all(
    Array.from({ length: count }, () => makeMember(db, desk.community, { powers })),
  );
}

const itemOf = (id: number) =>
  db.selectFrom("review_item").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const itemsOf = (desk: Desk) =>
  db
    .selectFrom("review_item")
    .selectAll()
    .where("community_id", "=", desk.community.id)
    .where("state", "<>", "known")
    .orderBy("id")
    .execute();

/** Runs the subscriber on every fact of a kind that a community published. */
async function hear(
  desk: Desk,
  type: "answer.published" | "post.edited" | "decision.made",
  now?: Date,
) {
  const { rows } = await sql<AppEvent>`
    select id, community_id as "communityId", type, payload, actor_id as "actorId",
      created_at as "createdAt" from event
    where community_id = ${desk.community.id} and type = ${type} order by created_at, id
  `.execute(db);
  const ctx = desk.as({ kind: "guest", role: "guest", id: null }, now);
  for (const event of rows) {
    if (type === "answer.published")
      await queueFirstPost(ctx, event as AppEvent<"answer.published">);
    else if (type === "post.edited") await queueEdit(ctx, event as AppEvent<"post.edited">);
    else await judgeReviews(ctx, event as AppEvent<"decision.made">);
  }
}

/** A first answer of a newcomer, with members. */
async function firstPost(desk: Desk) {
  const newcomer = await makeMember(db, desk.community, { powers: [] });
  const { threadId } = await desk.ask();
  const { postId } = await desk.answer(threadId, newcomer);
  await hear(desk, "answer.published");
  const items = await itemsOf(desk);
  return { newcomer, threadId, postId, itemId: items.find((item) => item.post_id === postId)?.id };
}

async function give(ctx: Ctx, options = never) {
  const { turn } = await takeTurn(ctx, options);
  if (!turn) throw new Error("nothing to review");
  return turn;
}

async function answer(ctx: Ctx, verdict: "approve" | "refuse" | "skip", options = never) {
  const turn = await give(ctx, options);
  return castVote(ctx, { turnId: turn.id, answer: verdict });
}

const stateOf = async (postId: number) =>
  await db
    .selectFrom("post")
    .select(["state", "text"])
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();

async function emptyQueue(desk: Desk) {
  await db.deleteFrom("review_item").where("community_id", "=", desk.community.id).execute();
}

describe("what members agree on", () => {
  it("hides a newcomer’s post when three agree, as a decision of nobody that can be undone", async () => {
    const desk = await openDesk(db);
    const { postId, newcomer, itemId } = await firstPost(desk);
    const members = await reviewers(desk, 3);
    for (const member of members) await answer(desk.as(member), "refuse");
    expect(await stateOf(postId)).toMatchObject({ state: "hidden" });
    const item = await itemOf(itemId!);
    expect(item).toMatchObject({ state: "settled", outcome: "refuse" });
    const decision = await db
      .selectFrom("decision")
      .selectAll()
      .where("id", "=", item.decision_id!)
      .executeTakeFirstOrThrow();
    expect(decision).toMatchObject({
      verb: "hide",
      actor_id: null,
      automated: false,
      about_id: newcomer.id,
      note: "Decided by the community: 3 members agreed.",
    });
    await hear(desk, "decision.made");
    const agrees = () =>
      db.selectFrom("review_turn").select("agrees").where("item_id", "=", itemId!).execute();
    expect(await agrees()).toEqual([{ agrees: null }, { agrees: null }, { agrees: null }]);

    // Staff undo it: those who agreed were wrong; undone again, they were right.
    const undone = await reverseDecision(desk.as(desk.staff), { decisionId: decision.id });
    expect(await stateOf(postId)).toMatchObject({ state: "published" });
    await hear(desk, "decision.made");
    expect(await agrees()).toEqual([{ agrees: false }, { agrees: false }, { agrees: false }]);
    await reverseDecision(desk.as(desk.staff), { decisionId: undone.decisionId });
    await hear(desk, "decision.made");
    expect(await agrees()).toEqual([{ agrees: true }, { agrees: true }, { agrees: true }]);
  });

  it("keeps a post without a decision, and leaves what they disagree on to staff", async () => {
    const desk = await openDesk(db);
    const kept = await firstPost(desk);
    const members = await reviewers(desk, 4);
    for (const member of members.slice(0, 3)) await answer(desk.as(member), "approve");
    expect(await itemOf(kept.itemId!)).toMatchObject({ state: "settled", decision_id: null });
    const torn = await firstPost(desk);
    for (const [at, member] of members.entries()) {
      await answer(desk.as(member), at % 2 === 0 ? "approve" : "refuse");
    }
    const item = await itemOf(torn.itemId!);
    expect(item.state).toBe("staff");
    const one = await db
      .selectFrom("moderation_case")
      .select(["queue", "reasons", "post_id"])
      .where("id", "=", item.case_id!)
      .executeTakeFirstOrThrow();
    expect(one).toEqual({
      queue: "wants_staff",
      post_id: torn.postId,
      reasons: [
        { key: "review.caseDisagreed", params: { kind: "first_post", approve: 2, refuse: 2 } },
      ],
    });
    // What staff say is what they are measured by.
    await decide(desk.as(desk.staff), {
      verb: "hide",
      subject: { kind: "post", id: torn.postId },
      reason: "An advert.",
    });
    await hear(desk, "decision.made");
    const turns = await db
      .selectFrom("review_turn")
      .select(["verdict", "agrees"])
      .where("item_id", "=", torn.itemId!)
      .execute();
    expect(turns.every(({ verdict, agrees }) => agrees === (verdict === "refuse"))).toBe(true);
  });

  it("is settled once by two last votes at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = await openDesk(db);
      const { itemId, postId } = await firstPost(desk);
      const members = await reviewers(desk, 4);
      const turns: number[] = [];
      for (const member of members) turns.push((await give(desk.as(member))).id);
      for (const at of [0, 1]) {
        await castVote(desk.as(members[at]!), { turnId: turns[at]!, answer: "refuse" });
      }
      const said = await Promise.all(
        [2, 3].map((at) =>
          castVote(desk.as(members[at]!), { turnId: turns[at]!, answer: "refuse" }),
        ),
      );
      expect(said.map((one) => one.said).toSorted()).toEqual(["late", "thanks"]);
      expect(await itemOf(itemId!)).toMatchObject({ state: "settled", outcome: "refuse" });
      const decisions = await db
        .selectFrom("decision")
        .select("id")
        .where("post_id", "=", postId)
        .execute();
      const facts = await db
        .selectFrom("event")
        .select("id")
        .where("community_id", "=", desk.community.id)
        .where("type", "=", "review.settled")
        .execute();
      expect([decisions.length, facts.length]).toEqual([1, 1]);
    }
  });

  it("closes, marks duplicates and undoes edits as decisions", async () => {
    const desk = await openDesk(db);
    const members = await reviewers(desk, 4);
    const [proposer, ...others] = members as [TestMember, ...TestMember[]];
    const { threadId } = await desk.ask();
    await proposeClose(desk.as(proposer), { threadId, reason: "The offer has ended." });
    for (const member of others) await answer(desk.as(member), "approve");
    const thread = (id: number) =>
      db
        .selectFrom("thread")
        .select(["locked_reason", "duplicate_of", "locked_at"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
    expect(await thread(threadId)).toMatchObject({ locked_reason: "The offer has ended." });

    const [asked, same] = [await desk.ask(), await desk.ask()];
    await proposeDuplicate(desk.as(proposer), {
      threadId: asked.threadId,
      target: String(same.threadId),
    });
    for (const member of others) await answer(desk.as(member), "approve");
    expect(await thread(asked.threadId)).toMatchObject({ duplicate_of: same.threadId });

    const { good } = await desk.talk();
    const before = await stateOf(good);
    await editPost(desk.as(desk.superUser), {
      postId: good,
      body: "Nothing to see here.",
      baseRevision: 1,
    });
    await emptyQueue(desk);
    await hear(desk, "post.edited");
    await hear(desk, "post.edited");
    expect((await itemsOf(desk)).map(({ kind, revision }) => [kind, revision])).toEqual([
      ["edit", 1],
    ]);
    expect((await give(desk.as(others[0]!))).item.edit?.text).toContainEqual({
      kind: "added",
      text: expect.stringContaining("Nothing") as string,
    });
    for (const member of others) await answer(desk.as(member), "refuse");
    expect((await stateOf(good)).text).toBe(before.text);
    const [item] = await itemsOf(desk);
    await reverseDecision(desk.as(desk.staff), { decisionId: item!.decision_id! });
    expect((await stateOf(good)).text).toContain("Nothing to see here.");
  });

  it("shows what staff handed over, and leaves it to staff when they have it in hand", async () => {
    const desk = await openDesk(db);
    const held = async (inHand: boolean) => {
      const { threadId } = await desk.ask();
      const { postId } = await desk.answer(threadId);
      await sql`update post set state = 'held' where id = ${postId}`.execute(db);
      await sql`update thread set reply_count = reply_count - 1, answer_count = answer_count - 1
        where id = ${threadId}`.execute(db);
      const { caseId } = await inTransaction(db, (tx) =>
        openCase(tx, desk.as(desk.staff), { subject: { kind: "post", id: postId }, queue: "held" }),
      );
      await handOver(desk.as(desk.staff), { caseId });
      if (inHand) {
        await sql`update moderation_case set claimed_by = ${desk.staff.id}, claimed_at = now()
          where id = ${caseId}`.execute(db);
      }
      return { postId, caseId };
    };
    const members = await reviewers(desk, 3);
    await emptyQueue(desk);
    const one = await held(false);
    for (const member of members) await answer(desk.as(member), "approve");
    expect(await stateOf(one.postId)).toMatchObject({ state: "published" });
    const closed = (id: number) =>
      db.selectFrom("moderation_case").select("closed_at").where("id", "=", id).executeTakeFirst();
    expect((await closed(one.caseId))?.closed_at).not.toBe(null);
    const two = await held(true);
    for (const member of members) await answer(desk.as(member), "approve");
    expect(await stateOf(two.postId)).toMatchObject({ state: "held" });
    expect((await itemsOf(desk)).map(({ state }) => state)).toEqual(["settled", "staff"]);
    expect((await closed(two.caseId))?.closed_at).toBe(null);
  });
});

describe("who reviews what", () => {
  it("gives nobody their own, nothing twice, one thing at a time, and so many a day", async () => {
    const desk = await openDesk(db);
    const [first, second] = (await reviewers(desk, 2)) as [TestMember, TestMember];
    const { threadId } = await desk.ask();
    await proposeClose(desk.as(first), { threadId, reason: "Old." });
    expect(await takeTurn(desk.as(first), never)).toEqual({ turn: null, none: "empty" });
    const [one, two] = await Promise.all([
      takeTurn(desk.as(second), never),
      takeTurn(desk.as(second), never),
    ]);
    expect(one.turn?.id).toBe(two.turn?.id);
    expect(JSON.stringify(one.turn)).not.toMatch(/weight|verdict|votes|email/);
    await expect(
      castVote(desk.as(first), { turnId: one.turn!.id, answer: "approve" }),
    ).rejects.toThrow(NotFoundError);
    await castVote(desk.as(second), { turnId: one.turn!.id, answer: "skip" });
    expect(await takeTurn(desk.as(second), never)).toEqual({ turn: null, none: "empty" });
    await setReview(desk.as(desk.staff), { settings: DEFAULT_REVIEW, day: 1 });
    await proposeClose(desk.as(first), { threadId: (await desk.ask()).threadId, reason: "Old." });
    expect(await takeTurn(desk.as(second), never)).toEqual({ turn: null, none: "day" });
    const tomorrow = new Date(Date.now() + DAY);
    expect((await takeTurn(desk.as(second, tomorrow), never)).turn).not.toBe(null);
  });

  it("asks for the power, the role or the rank that is set", async () => {
    const desk = await openDesk(db);
    await firstPost(desk);
    const [able] = await reviewers(desk, 1);
    const ranked: TestMember = { ...desk.other, rank: { index: 3, key: "guide" } };
    const unverified: TestMember = { ...able!, verified: false };
    const silenced: TestMember = { ...able!, silenced: { until: null } };
    const may = async (actor: Ctx["actor"]) =>
      takeTurn(desk.as(actor), never).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ForbiddenError) return false;
          throw error;
        },
      );
    const matrix = async () => {
      const list = [];
      for (const one of [
        able!,
        desk.superUser,
        ranked,
        desk.other,
        desk.local,
        unverified,
        silenced,
      ])
        list.push(await may(one));
      return list;
    };
    const set = (minimum: string, enabled = true) =>
      setReview(desk.as(desk.staff), {
        settings: Object.fromEntries(
          Object.entries(DEFAULT_REVIEW).map(([kind, setting]) => [
            kind,
            { ...setting, minimum, enabled },
          ]),
        ) as typeof DEFAULT_REVIEW,
        day: 50,
      });
    expect(await matrix()).toEqual([true, true, false, false, false, false, false]);
    await set("super_user");
    expect(await matrix()).toEqual([false, true, false, false, false, false, false]);
    await set("rank:3");
    expect(await matrix()).toEqual([false, true, true, false, false, false, false]);
    await set("review", false);
    expect(await matrix()).toEqual([false, false, false, false, false, false, false]);
    expect([await may(desk.staff), await may(desk.admin)]).toEqual([false, false]);
    await expect(
      set("review").then(() => may({ kind: "guest", role: "guest", id: null })),
    ).rejects.toThrow();
    await expect(
      setReview(desk.as(desk.superUser), { settings: DEFAULT_REVIEW, day: 5 }),
    ).rejects.toThrow(ForbiddenError);
  });

  it("gives no reader more than they may read, and no other community’s things", async () => {
    const desk = await openDesk(db);
    const elsewhere = await openDesk(db);
    const { itemId } = await firstPost(desk);
    const [member] = await reviewers(desk, 1);
    const [stranger] = await reviewers(elsewhere, 1);
    const turn = await give(desk.as(member!));
    expect((await takeTurn(elsewhere.as(stranger!), never)).turn).toBe(null);
    await expect(
      castVote(elsewhere.as({ ...stranger!, id: member!.id }), {
        turnId: turn.id,
        answer: "approve",
      }),
    ).rejects.toThrow(NotFoundError);
    await sql`update thread set space_id = ${desk.community.spaces.lounge} where community_id = ${desk.community.id}
      and id = (select thread_id from review_item where id = ${itemId!})`.execute(db);
    const [another] = await reviewers(desk, 1);
    expect((await takeTurn(desk.as(another!), never)).turn).toBe(null);
    expect((await takeTurn(desk.as(desk.superUser), never)).turn).not.toBe(null);
  });

  it("hands nothing with personal data to members; staff get it", async () => {
    const desk = await openDesk(db);
    const { itemId, postId } = await firstPost(desk);
    const text = "Write to olu.other@mailbox.example or call me on +44 20 7946 0958.";
    await db.updateTable("post").set({ text }).where("id", "=", postId).execute();
    const [member] = await reviewers(desk, 1);
    expect(await takeTurn(desk.as(member!), never)).toEqual({ turn: null, none: "empty" });
    expect((await itemOf(itemId!)).state).toBe("void");
    const queues = await db
      .selectFrom("moderation_case")
      .select("queue")
      .where("post_id", "=", postId)
      .execute();
    expect(queues).toEqual([{ queue: "personal_data" }]);
  });

  it("asks who proposes for a vote to hide, and leaves what is closed alone", async () => {
    const desk = await openDesk(db);
    const [able] = await reviewers(desk, 1);
    const { threadId } = await desk.ask();
    await expect(proposeClose(desk.as(desk.other), { threadId, reason: "Old." })).rejects.toThrow(
      ForbiddenError,
    );
    await expect(proposeClose(desk.as(desk.staff), { threadId, reason: "Old." })).rejects.toThrow(
      ForbiddenError,
    );
    await proposeClose(desk.as(desk.asker), { threadId, reason: "It works now." });
    await proposeClose(desk.as(able!), { threadId, reason: "Old." });
    expect(await itemsOf(desk)).toHaveLength(1);
    const locked = await desk.ask();
    await decide(desk.as(desk.staff), {
      verb: "lock",
      subject: { kind: "thread", id: locked.threadId },
    });
    await expect(
      proposeClose(desk.as(able!), { threadId: locked.threadId, reason: "Old." }),
    ).rejects.toThrow(ConflictError);
  });
});

describe("known cases", () => {
  /** Posts that staff decided some days ago. */
  async function decided(desk: Desk, count: number, daysAgo: number) {
    const when = new Date(Date.now() - daysAgo * DAY);
    for (let at = 0; at < count; at += 1) {
      const { threadId } = await desk.ask();
      const { postId } = await desk.answer(threadId);
      await decide(desk.as(desk.staff, when), {
        verb: "hide",
        subject: { kind: "post", id: postId },
        reason: "An advert.",
      });
    }
  }

  it("come after a week, look like the others, and are explained at once", async () => {
    const desk = await openDesk(db);
    const [member] = await reviewers(desk, 1);
    const live = await firstPost(desk);
    await decided(desk, 1, 3);
    expect((await give(desk.as(member!), always)).item.kind).toBe("first_post");
    expect(await answer(desk.as(member!), "skip", always)).toMatchObject({ said: "skipped" });
    await emptyQueue(desk);
    await sql`alter table decision disable trigger decision_stays`.execute(db);
    await sql`update decision set created_at = created_at - interval '8 days'
      where community_id = ${desk.community.id}`.execute(db);
    await sql`alter table decision enable trigger decision_stays`.execute(db);
    await hear(desk, "answer.published");
    const turn = await give(desk.as(member!), always);
    expect(Object.keys(turn.item).toSorted()).toEqual(
      Object.keys((await give(desk.as((await reviewers(desk, 1))[0]!), never)).item).toSorted(),
    );
    expect(await castVote(desk.as(member!), { turnId: turn.id, answer: "approve" })).toEqual({
      said: "wrong",
      turnId: turn.id,
      closed: false,
    });
    // It counts for nothing else.
    expect((await stateOf(live.postId)).state).toBe("published");
    expect(await answer(desk.as(member!), "approve", never)).toMatchObject({ said: "thanks" });
  });

  it("close the queue for a week for who fails them, and take the weight of open votes", async () => {
    const desk = await openDesk(db);
    const [member] = await reviewers(desk, 1);
    const { itemId } = await firstPost(desk);
    await answer(desk.as(member!), "refuse", never);
    await decided(desk, 5, 8);
    await firstPost(desk);
    const said = [];
    for (let at = 0; at < 5; at += 1) said.push(await answer(desk.as(member!), "approve", always));
    expect(said.map(({ closed }) => closed)).toEqual([false, false, false, false, true]);
    const failed = takeTurn(desk.as(member!), never);
    await expect(failed).rejects.toMatchObject({ code: "review_closed" });
    const vote = await db
      .selectFrom("review_turn")
      .select("weight")
      .where("item_id", "=", itemId!)
      .executeTakeFirstOrThrow();
    expect(vote.weight).toBe(0);
    const later = new Date(Date.now() + 8 * DAY);
    expect((await takeTurn(desk.as(member!, later), never)).turn).not.toBe(null);
    // Their record follows them: two of such votes are less than two.
    await answer(desk.as(member!, later), "refuse", never);
    const weights = await db
      .selectFrom("review_turn")
      .select("weight")
      .where("member_id", "=", member!.id)
      .where("known", "=", false)
      .orderBy("id")
      .execute();
    expect(weights.at(-1)!.weight).toBeCloseTo(2 / 7, 2);
  });
});
