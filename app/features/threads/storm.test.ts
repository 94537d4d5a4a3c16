import { sql } from "kysely";
import { expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { eraseDueMembers } from "#app/jobs/erase-due-members.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { editPost } from "./edit-post.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { mergeIdea } from "./merge-idea.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { restorePost } from "./restore-post.server.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { sameHere } from "./same-here.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const OPERATIONS = 10_000;
const MEMBERS = 200;
/** Of those, who write half of the time and are then erased: half keep their posts, half don't. */
const LEAVING = 12;
const AT_ONCE = 16;

const { db } = await cloneDatabase({ max: 20 });
const community = await makeCommunity(db);

let done = 0;
const refused = new Map<string, number>();

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const seed = Number(process.env.STORM_SEED ?? 20_261_123);
const next = random(seed);
const pick = <T>(list: T[]): T => list[Math.floor(next() * list.length)]!;
const staff: TestMember[] = [];
const threads: number[] = [];
const posts: number[] = [];
const answers: number[] = [];
const ideas: number[] = [];
const leaving: TestMember[] = [];
/** What was asked for by most lately: storms gather in few places. */
const recent = (list: number[]) => pick(list.slice(-40));

type Operation = (actor: TestMember, serial: number) => Promise<unknown>;

const nobody = makeCtx(db, community);
const ctx = (actor: TestMember): Ctx => ({ ...nobody, actor, now: new Date() });

/** Mostly somebody of the staff, so that not too many are refused. */
const warden = (actor: TestMember) => (next() < 0.6 ? pick(staff) : actor);

const operations: [weight: number, run: Operation][] = [
  [
    6,
    async (actor, serial) => {
      const kind = pick(["question", "question", "question", "discussion", "idea"] as const);
      const title = `Storm thread number ${serial}`;
      const tags = pick([[], ["wifi"], ["wifi", "billing"]]);
      const ref = await startThread(ctx(actor), {
        kind,
        title,
        body: `Body ${serial}`,
        spaceSlug: "general",
        tags,
      });
      threads.push(ref.threadId);
      posts.push(ref.postId);
      if (kind === "idea") ideas.push(ref.threadId);
    },
  ],
  [
    22,
    async (actor, serial) => {
      const ref = await postAnswer(ctx(actor), {
        threadId: recent(threads),
        body: `Answer ${serial}`,
      });
      posts.push(ref.postId);
      answers.push(ref.postId);
    },
  ],
  [
    14,
    async (actor, serial) => {
      const ref = await postReply(ctx(actor), { parentId: recent(posts), body: `Reply ${serial}` });
      posts.push(ref.postId);
    },
  ],
  [22, (actor) => voteHelpful(ctx(actor), { postId: recent(posts), on: next() < 0.7 })],
  [10, (actor) => sameHere(ctx(actor), { threadId: recent(threads), on: next() < 0.7 })],
  [
    8,
    async (actor) => {
      const postId = recent(answers);
      const row = await db
        .selectFrom("thread")
        .innerJoin("post", "post.thread_id", "thread.id")
        .select("thread.accepted_post_id")
        .where("post.id", "=", postId)
        .executeTakeFirst();
      await acceptAnswer(ctx(warden(actor)), { postId, replaces: row?.accepted_post_id ?? null });
    },
  ],
  [3, (actor) => unacceptAnswer(ctx(warden(actor)), { postId: recent(answers) })],
  [2, (actor) => markOfficial(ctx(warden(actor)), { postId: recent(answers) })],
  [
    6,
    (actor, serial) =>
      editPost(ctx(warden(actor)), {
        postId: recent(posts),
        body: `Edited ${serial}`,
        baseRevision: pick([1, 1, 2]),
      }),
  ],
  [4, (actor) => deletePost(ctx(warden(actor)), { postId: recent(posts) })],
  [3, (actor) => restorePost(ctx(warden(actor)), { postId: recent(posts) })],
  [3, (actor) => hidePost(ctx(warden(actor)), { postId: recent(posts), reason: "storm" })],
  [4, (actor) => unhidePost(ctx(warden(actor)), { postId: recent(posts) })],
  [1, (actor) => lockThread(ctx(warden(actor)), { threadId: recent(threads), reason: "storm" })],
  [2, (actor) => unlockThread(ctx(warden(actor)), { threadId: recent(threads) })],
  [1, (actor) => hideThread(ctx(warden(actor)), { threadId: recent(threads), reason: "storm" })],
  [1, (actor) => deleteThread(ctx(warden(actor)), { threadId: recent(threads) })],
  [3, (actor) => restoreThread(ctx(warden(actor)), { threadId: recent(threads) })],
  [
    1,
    (actor) =>
      mergeIdea(ctx(warden(actor)), { threadId: recent(ideas), target: String(recent(ideas)) }),
  ],
];
const wheel = operations.flatMap(([weight, run]) => Array.from({ length: weight }, () => run));

/** Runs `work` for every item, `AT_ONCE` at a time. */
async function eachAtOnce<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

async function makeMembers(): Promise<TestMember[]> {
  const members: TestMember[] = [];
  for (let index = 0; index < MEMBERS; index += 1) {
    const role = index % 8 === 0 ? "moderator" : index % 8 === 1 ? "super_user" : "member";
    const member = await makeMember(db, community, { role });
    members.push(member);
    if (role === "moderator") staff.push(member);
    if (role === "member" && leaving.length < LEAVING) leaving.push(member);
  }
  return members;
}

/** As the daily job does once the 14 days are over; others go on writing meanwhile. */
async function erase(member: TestMember): Promise<void> {
  await db
    .updateTable("community")
    .set({ erase_policy: leaving.indexOf(member) % 2 === 0 ? "keep" : "remove" })
    .where("id", "=", community.id)
    .execute();
  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", member.id)
    .execute();
  await eraseDueMembers(db);
}

async function run(members: TestMember[], serial: number): Promise<void> {
  // As autovacuum does within minutes; without it the planner knows nothing of the new rows.
  if (serial % 2_500 === 500) await sql`analyze thread, post, thread_tag, vote`.execute(db);
  try {
    await pick(wheel)(pick(members), serial);
    done += 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
  }
}

/** Tells the counting subscribers of every fact, in no order, each twice. */
async function drain(): Promise<number> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .execute();
  const events = rows.map(
    (row) =>
      ({
        ...row,
        communityId: community.id,
        actorId: row.actor_id,
        createdAt: row.created_at,
      }) as unknown as AppEvent,
  );
  const told = [...events, ...events].sort(() => next() - 0.5);
  await eachAtOnce(told, async (event) => {
    for (const subscriber of subscribersOf(event.type)) {
      if (/^(recount|settle)_/.test(subscriber.name)) await subscriber.run(nobody, event);
    }
  });
  return events.length;
}

it(`${OPERATIONS} operations of ${MEMBERS} members leave every count right (seed ${seed})`, async () => {
  await db
    .insertInto("tag")
    .values(["wifi", "billing"].map((slug) => ({ community_id: community.id, slug, name: slug })))
    .execute();
  const members = await makeMembers();
  for (let serial = 0; serial < 10; serial += 1) {
    await operations[0]![1](pick(members), -serial);
    await operations[1]![1](pick(members), -serial);
  }
  const serials = Array.from({ length: OPERATIONS }, (_, serial) => serial);
  await eachAtOnce(serials.slice(0, OPERATIONS / 2), (serial) => run(members, serial));
  const staying = members.filter((member) => !leaving.includes(member));
  await Promise.all([
    eachAtOnce(serials.slice(OPERATIONS / 2), (serial) => run(staying, serial)),
    (async () => {
      for (const member of leaving) await erase(member);
    })(),
  ]);
  const events = await drain();
  expect(done, JSON.stringify(Object.fromEntries(refused))).toBeGreaterThan(OPERATIONS * 0.5);
  expect(events).toBeGreaterThan(OPERATIONS * 0.5);
  expect(await examine(db)).toEqual([]);
  const left = leaving.map(({ id }) => id);
  const found = await db.selectFrom("member").select("id").where("id", "in", left).execute();
  expect(found).toEqual([]);
}, 900_000);
