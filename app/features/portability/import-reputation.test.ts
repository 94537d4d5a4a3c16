import { beforeAll, describe, expect, it } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import { DEFAULT_RULES } from "#app/features/reputation/point-rules.ts";
import { publishPointRules } from "#app/features/reputation/publish-point-rules.server.ts";
import { simulatePoints } from "#app/features/reputation/simulate-points.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { largeDump, makeFolder, user, writeDump, type DumpRow } from "./testing/make-dump.ts";
import { checksums, importRunner } from "./testing/run-import.ts";

const THREADS = 300;
/** Of the asker of the first question, on one day: more than a day's cap takes. */
const CROWD = 25;
const ACCEPTED_ON = "2021-02-01T09:30:00.000";

const database = await cloneDatabase();
const { db } = database;
const folder = makeFolder();
const community = await makeCommunity(db, { slug: "lamps" });
const admin = await makeMember(db, community, { role: "admin" });

const dump = largeDump(THREADS);
const posts = dump.Posts as DumpRow[];
// Two who wrote one answer each: one that few found helpful, one that five did.
dump.Users!.push(user(51, "Wick"), user(52, "Ember"));
const [few, five] = [posts.at(-1)!, posts.at(-2)!];
few.OwnerUserId = 51;
five.OwnerUserId = 52;
const accepted = posts.flatMap((post) => (post.AcceptedAnswerId ? [post.AcceptedAnswerId] : []));
const votes = [
  ...(dump.Votes as DumpRow[]),
  ...posts
    .filter((post) => Number(post.Id) % 3 === 0 && post !== five)
    .map((post) => ({ PostId: post.Id!, VoteTypeId: 2, CreationDate: "2021-03-04T00:00:00.000" })),
  ...Array.from({ length: CROWD }, () => ({
    PostId: 1,
    VoteTypeId: 2,
    CreationDate: "2021-04-05T00:00:00.000",
  })),
  ...Array.from({ length: 5 }, () => ({
    PostId: five.Id!,
    VoteTypeId: 2,
    CreationDate: "2021-05-06T00:00:00.000",
  })),
  ...accepted.map((id) => ({ PostId: id, VoteTypeId: 1, CreationDate: ACCEPTED_ON })),
].map((vote, index) => ({ ...vote, Id: index + 1 })) as DumpRow[];

/** Points by who owns what in the dump, counted without the database. */
function expectedPoints(): Map<number, number> {
  const owner = new Map(posts.map((post) => [post.Id, Number(post.OwnerUserId)]));
  const ofDay = new Map<string, number>();
  const total = new Map<number, number>();
  const give = (who: number, points: number) => total.set(who, (total.get(who) ?? 0) + points);
  const capped = (who: number, what: string, points: number, cap: number) => {
    const given = ofDay.get(`${who} ${what}`) ?? 0;
    const more = Math.min(points, cap - given);
    ofDay.set(`${who} ${what}`, given + more);
    give(who, more);
  };
  for (const vote of votes.filter(({ VoteTypeId }) => VoteTypeId === 2)) {
    capped(owner.get(vote.PostId)!, String(vote.CreationDate).slice(0, 10), 10, 200);
  }
  for (const post of posts.filter(({ AcceptedAnswerId }) => AcceptedAnswerId)) {
    give(owner.get(post.AcceptedAnswerId)!, 15);
    capped(Number(post.OwnerUserId), "accepting", 2, 20);
  }
  return total;
}

async function standing() {
  const rows = await db
    .selectFrom("member")
    .innerJoin("import_record as record", (join) =>
      join
        .onRef("record.community_id", "=", "member.community_id")
        .onRef("record.target_id", "=", "member.id")
        .on("record.kind", "=", "member"),
    )
    .select(["member.id", "member.points", "member.rank", "record.source_id"])
    .where("member.community_id", "=", community.id)
    .orderBy("member.id")
    .execute();
  return rows.map(({ source_id, ...row }) => ({ ...row, source: Number(source_id) }));
}

const ctx = () => makeCtx(db, community, admin);

beforeAll(async () => {
  writeDump(folder, { ...dump, Votes: votes });
  const run = importRunner(importCommand);
  const { status } = await run(
    database,
    ["stackexchange", folder, "--site", "lamps.stackexchange.com", "--community", "lamps"],
    folder,
  );
  expect(status).toBe(0);
});

describe("a dump with its votes", () => {
  it("gives everybody the points, ranks and badges of all the years", async () => {
    const expected = expectedPoints();
    const members = await standing();
    expect(members).toHaveLength(52);
    for (const { source, points } of members) {
      expect(points, `member ${source}`).toBe(expected.get(source) ?? 0);
    }
    const neighbours = members.filter(({ rank }) => rank === 1).map(({ source }) => source);
    expect(neighbours).toEqual(members.map(({ source }) => source).filter((id) => id !== 51));
    const fixes = await db
      .selectFrom("badge_grant")
      .select(["member_id", "earned_at"])
      .where("community_id", "=", community.id)
      .where("badge_key", "=", "first-fix")
      .execute();
    expect(fixes).toHaveLength(new Set(accepted.map((id) => ownerOf(Number(id)))).size);
    for (const fix of fixes) expect(fix.earned_at).toEqual(new Date(`${ACCEPTED_ON}Z`));
    expect(await examine(db)).toEqual([]);
  });

  it("tells nobody, and its jobs find nothing left to do, twice", async () => {
    const events = await db
      .selectFrom("event")
      .selectAll()
      .where("community_id", "=", community.id)
      .execute();
    expect(events.map(({ type }) => type)).toEqual(["import.finished"]);
    const before = await checksums(database);
    const event = { ...events[0]!, communityId: community.id } as unknown as AppEvent;
    const settling = subscribersOf(event.type).filter(({ name }) => name.startsWith("settle_"));
    expect(settling).toHaveLength(3);
    for (const { run } of [...settling, ...settling]) await run(ctx(), event);
    expect(await checksums(database)).toEqual(before);
  });

  it("is worth what a trial of other rules says, once they are published", async () => {
    const rules = { ...DEFAULT_RULES, helpful: { points: 4, dailyCap: 60 } };
    const proposal = { rules, effectiveFrom: null };
    const before = await standing();
    const trial = await simulatePoints(ctx(), proposal);
    const ember = before.find(({ source }) => source === 52)!;
    expect(trial.points).toContainEqual({ memberId: ember.id, before: 50, after: 20 });
    expect(trial.ranks).toEqual([{ memberId: ember.id, from: 1, to: 0 }]);
    expect(await standing()).toEqual(before);
    await publishPointRules(ctx(), { ...proposal, note: "", replaces: 0, figures: trial.figures });
    const after = new Map(trial.points.map((change) => [change.memberId, change.after]));
    const ranks = new Map(trial.ranks.map((move) => [move.memberId, move.to]));
    expect(await standing()).toEqual(
      before.map((row) => ({
        ...row,
        points: after.get(row.id) ?? row.points,
        rank: ranks.get(row.id) ?? row.rank,
      })),
    );
    expect(await examine(db)).toEqual([]);
  });
});

function ownerOf(postId: number): number {
  return Number(posts.find((post) => post.Id === postId)!.OwnerUserId);
}
