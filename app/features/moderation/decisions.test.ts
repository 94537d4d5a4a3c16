import { beforeAll, describe, expect, it } from "vitest";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { foldDecisions, merged } from "./changes.ts";
import { decide } from "./decide.server.ts";
import type { Decide } from "./decide-input.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import { reportContent } from "./report-content.server.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const DECISIONS = 1_000;

const { db } = await cloneDatabase();
let desk: Desk;
const threads: number[] = [];
const posts: number[] = [];

/** The same numbers every time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const roll = dice(20_261_123);
const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;

const OF_POSTS: ModerationVerb[] = [
  "approve",
  "hide",
  "hide",
  "remove",
  "restore",
  "restore",
  "edit",
  "edit",
  "mask",
  "mask",
  "mark_official",
  "unmark_official",
];
const OF_THREADS: ModerationVerb[] = [
  "approve",
  "hide",
  "remove",
  "restore",
  "restore",
  "lock",
  "unlock",
  "pin",
  "unpin",
  "move",
  "retag",
  "mark_duplicate",
  "unmark_duplicate",
  "merge",
  "merge",
  "merge",
  "split",
  "split",
  "split",
  "convert",
  "convert",
];
const RESHAPING: ModerationVerb[] = ["merge", "split", "convert"];
const OF_MEMBERS: ModerationVerb[] = [
  "warn",
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "message",
  "erase_address",
];

async function revisionOf(postId: number): Promise<number> {
  const row = await db
    .selectFrom("post")
    .select("revision")
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** One or two posts that stand in a thread, and its opening post now and then. */
async function somePosts(threadId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("post")
    .select("id")
    .where("thread_id", "=", threadId)
    .orderBy("id", "desc")
    .execute();
  return rows.length === 0 ? [] : [pick(rows).id, pick(rows).id];
}

/** With those that splits made; what can be merged is visible. */
async function someThread(verb: ModerationVerb): Promise<number> {
  const rows = await db
    .selectFrom("thread")
    .select("id")
    .$if(RESHAPING.includes(verb), (query) => query.where("state", "=", "published"))
    .orderBy("id")
    .execute();
  return rows.length === 0 ? threads[0]! : pick(rows).id;
}

async function anyDecision(serial: number): Promise<Decide> {
  const chance = roll();
  const common = { reason: `Because ${serial}`, note: "seen", rule: "Be kind" };
  if (chance < 0.06) {
    const member = pick([desk.helper, desk.other, desk.asker]);
    const verb = pick(OF_MEMBERS);
    return {
      ...common,
      verb,
      subject: { kind: "member", id: member.id },
      hours: roll() < 0.5 ? 24 : undefined,
    };
  }
  if (chance < 0.55) {
    const id = pick(posts);
    const verb = pick(OF_POSTS);
    const contact = roll() < 0.5 ? ` Call (212) 555-01${String(10 + (serial % 90))}.` : "";
    const edit = {
      body: `Mended text **${serial}**.${contact}`,
      baseRevision: await revisionOf(id),
    };
    return { ...common, verb, subject: { kind: "post", id }, ...(verb === "edit" ? { edit } : {}) };
  }
  const verb = pick(OF_THREADS);
  const id = await someThread(verb);
  return {
    ...common,
    verb,
    subject: { kind: "thread", id },
    title: `What came of it ${serial}`,
    threadKind: pick(["question", "discussion", "idea", "announcement"] as const),
    posts: verb === "split" ? await somePosts(id) : undefined,
    spaceSlug: pick(["general", "billing"]),
    tags: [pick(["wifi", "router", "bill"]), pick(["wifi", "router"])],
    target: String(await someThread(verb)),
  };
}

async function allDecisions() {
  return db
    .selectFrom("decision")
    .select(["id", "after", "reverses", "batch_id"])
    .orderBy("id")
    .execute();
}

beforeAll(async () => {
  desk = await openDesk(db);
  for (let index = 0; index < 6; index += 1) {
    const { threadId } = await desk.talk();
    threads.push(threadId);
  }
  const rows = await db.selectFrom("post").select("id").where("kind", "<>", "opening").execute();
  posts.push(...rows.map(({ id }) => id));
  await settleCommunity({ db, community: desk.community });
}, 120_000);

/** Without what only says when and by whom a text was written anew. */
function substance(changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([target, fields]) => {
      const kept = Object.entries(fields).filter(([field]) => field !== "revision");
      return [target, Object.fromEntries(kept)];
    }),
  );
}

describe("decisions and reversals", () => {
  let before: Changes;
  let points: number[];
  const people = () => [desk.asker, desk.helper, desk.other];
  const seen = new Map<string, number>();

  it(`leave after ${DECISIONS} what a replay says, and the doctor silent`, async () => {
    before = await desk.everything();
    points = await Promise.all(people().map(desk.pointsOf));
    const since = new Date();
    const made: number[] = [];
    let refused = 0;
    for (let serial = 0; made.length < DECISIONS; serial += 1) {
      const actor = pick([desk.admin, desk.admin, desk.staff]);
      try {
        const reversing = made.length > 0 && roll() < 0.4;
        const reporter = roll() < 0.02;
        if (reporter) {
          const subject: Subject = { kind: "post", id: pick(posts) };
          await reportContent(desk.as(desk.superUser), { subject, kind: "rude" });
        }
        const { decisionId } = reversing
          ? await reverseDecision(desk.as(actor), { decisionId: pick(made.slice(-12)) })
          : await decide(desk.as(actor), await anyDecision(serial));
        made.push(decisionId);
      } catch (error) {
        const code = (error as { code?: string }).code ?? "";
        const expected = error instanceof ConflictError || error instanceof InvalidError;
        if (!expected && !["not_found", "forbidden"].includes(code)) throw error;
        seen.set(code, (seen.get(code) ?? 0) + 1);
        refused += 1;
        expect(refused).toBeLessThan(DECISIONS * 10);
      }
    }
    const decisions = await allDecisions();
    expect(decisions.filter(({ reverses }) => reverses !== null).length).toBeGreaterThan(
      DECISIONS / 10,
    );
    const now = await desk.everything();
    const replay = merged([
      Object.fromEntries(Object.entries(now).filter(([target]) => !before[target])),
      before,
      foldDecisions(decisions),
    ]);
    expect(substance(now)).toEqual(substance(replay));
    await runFollowers(desk.as(desk.admin), since);
    expect(await examine(db, desk.community.id)).toEqual([]);
  }, 600_000);

  it("leave everything as it was when all are undone, newest first", async () => {
    const since = new Date();
    const decisions = await allDecisions();
    const byId = new Map(decisions.map((row) => [row.id, row]));
    const undone = new Set(decisions.map(({ reverses }) => reverses));
    // An undoing that was undone stands for what it first undid.
    const holds = (id: number): boolean => {
      const { reverses } = byId.get(id)!;
      return reverses === null || !holds(reverses);
    };
    const standing = decisions.filter(
      ({ id, batch_id: batch }) => !undone.has(id) && batch === null && holds(id),
    );
    for (const { id } of standing.toReversed()) {
      await reverseDecision(desk.as(desk.admin), { decisionId: id });
    }
    const now = await desk.everything();
    for (const target of Object.keys(before))
      expect(substance({ [target]: now[target]! })).toEqual(
        substance({ [target]: before[target]! }),
      );
    for (const [target, fields] of Object.entries(now)) {
      if (target.startsWith("sanction:")) expect(fields).toMatchObject({ ended: true });
    }
    await runFollowers(desk.as(desk.admin), since);
    expect(await Promise.all(people().map(desk.pointsOf))).toEqual(points);
    expect(await examine(db, desk.community.id)).toEqual([]);
  }, 600_000);
});
