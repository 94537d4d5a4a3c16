import { beforeEach, describe, expect, it } from "vitest";
import { getCasesDesk } from "#app/features/reputation/fairness/get-cases-desk.server.ts";
import { ledgerDifferences } from "#app/features/reputation/ledger-differences.server.ts";
import { DEFAULT_RULES } from "#app/features/reputation/point-rules.ts";
import { publishPointRules } from "#app/features/reputation/publish-point-rules.server.ts";
import { publishRanks } from "#app/features/reputation/publish-ranks.server.ts";
import type { Rank } from "#app/features/reputation/ranks.ts";
import { changePointRules } from "#app/features/reputation/rules/change-point-rules.server.ts";
import { getLadder } from "#app/features/reputation/rules/get-ladder.server.ts";
import { getPointsDesk } from "#app/features/reputation/rules/get-points-desk.server.ts";
import { getRanksDesk } from "#app/features/reputation/rules/get-ranks-desk.server.ts";
import { settlePoints } from "#app/features/reputation/settle-points.server.ts";
import { simulatePoints } from "#app/features/reputation/simulate-points.server.ts";
import { simulateRanks } from "#app/features/reputation/simulate-ranks.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { ConflictError, ForbiddenError, SignInNeededError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { openVotedScene, type VotedScene } from "#db/testing/voted-scene.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();

let community: VotedScene["community"];
let asker: VotedScene["asker"];
let moderator: VotedScene["moderator"];
let admin: VotedScene["admin"];
let voters: VotedScene["voters"];
let postId: VotedScene["postId"];
let ctx: VotedScene["ctx"];
let settle: VotedScene["settle"];
let standing: VotedScene["standing"];

beforeEach(async () => {
  ({ community, asker, moderator, admin, voters, postId, ctx, settle, standing } =
    await openVotedScene(db));
});

const votesGive = (points: number) => ({
  rules: { ...DEFAULT_RULES, helpful: { points, dailyCap: null } },
  effectiveFrom: null,
});

describe("publishing point rules", () => {
  it("does to points and ranks what the trial said, and nothing else", async () => {
    expect(await standing(asker)).toEqual({ points: 60, rank: 1 });
    const tried = await simulatePoints(ctx(admin), votesGive(5));
    expect(tried.points).toEqual([{ memberId: asker.id, before: 60, after: 30 }]);
    expect(tried.ranks).toEqual([{ memberId: asker.id, from: 1, to: 0 }]);
    expect(await standing(asker)).toEqual({ points: 60, rank: 1 });
    const input = { ...votesGive(5), note: "Less", replaces: 0, figures: tried.figures };
    await publishPointRules(ctx(admin), input);
    expect(await standing(asker)).toEqual({ points: 30, rank: 0 });
    expect(await ledgerDifferences(db, community.id, 10)).toEqual([]);
  });

  it("is refused whole when the figures have moved on", async () => {
    const { figures } = await simulatePoints(ctx(admin), votesGive(5));
    await voteHelpful(ctx(voters[0]!), { postId, on: false });
    const input = { ...votesGive(5), note: "", replaces: 0, figures };
    await expect(publishPointRules(ctx(admin), input)).rejects.toMatchObject({
      code: "figures_changed",
    });
    expect(await standing(asker)).toEqual({ points: 60, rank: 1 });
    const again = await simulatePoints(ctx(admin), votesGive(5));
    expect(again.points).toEqual([{ memberId: asker.id, before: 60, after: 25 }]);
    await publishPointRules(ctx(admin), { ...input, figures: again.figures });
    expect(await standing(asker)).toEqual({ points: 25, rank: 0 });
  });

  it("is refused when something else was tried", async () => {
    const { figures } = await simulatePoints(ctx(admin), votesGive(5));
    const others = [
      { ...votesGive(4), figures },
      { ...votesGive(5), effectiveFrom: new Date("2001-01-01"), figures },
      { ...votesGive(5), figures: "" },
    ];
    for (const other of others) {
      const input = { ...other, note: "", replaces: 0 };
      await expect(publishPointRules(ctx(admin), input)).rejects.toThrow(ConflictError);
    }
    expect(await standing(asker)).toEqual({ points: 60, rank: 1 });
  });

  it("shows the page what would happen now instead", async () => {
    const input = { ...votesGive(5), note: "", replaces: 0, figures: "old" };
    const refused = await changePointRules(ctx(admin), "publish", input);
    expect(refused).toMatchObject({
      stale: true,
      trial: {
        points: { count: 1, more: 0, less: 1 },
        movers: [{ handle: asker.handle, before: 60, after: 30 }],
        ranks: { count: 1, up: 0, down: 1 },
        moves: [{ from: "Neighbour", to: "Newcomer", rises: false, count: 1 }],
      },
    });
    if (!("trial" in refused)) throw new Error("published");
    const figures = refused.trial.figures;
    expect(await changePointRules(ctx(admin), "publish", { ...input, figures })).toEqual({
      published: 1,
    });
  });
});

describe("publishing ranks", () => {
  const [newcomer, neighbour, regular] = DEFAULT_RANKS as [Rank, Rank, Rank];
  const publish = async (ranks: Rank[], note = "") => {
    const { version } = await getRanksDesk(ctx(admin));
    const { ranks: moves, figures } = await simulateRanks(ctx(admin), ranks);
    await publishRanks(ctx(admin), { ranks, note, replaces: version, figures });
    return moves;
  };
  const told = async () =>
    (
      await db
        .selectFrom("event")
        .select("payload")
        .where("community_id", "=", community.id)
        .where("type", "=", "member.rank_changed")
        .orderBy("id")
        .execute()
    ).map(({ payload }) => (payload as { memberId: number }).memberId);

  it("does what the trial said, and is refused when the figures have moved on", async () => {
    const stricter = [newcomer, { ...neighbour, formula: "points >= 55" }, regular];
    const { figures } = await simulateRanks(ctx(admin), stricter);
    for (const voter of voters.slice(0, 2)) {
      await voteHelpful(ctx(voter), { postId, on: false });
    }
    await settle();
    expect(await standing(asker)).toEqual({ points: 40, rank: 0 });
    for (const voter of voters.slice(0, 2)) {
      await voteHelpful(ctx(voter), { postId, on: true });
    }
    await inTransaction(db, (tx) => settlePoints(tx, community.id, { everything: true }));
    const input = { ranks: stricter, note: "", replaces: 0, figures };
    await expect(publishRanks(ctx(admin), input)).rejects.toMatchObject({
      code: "figures_changed",
    });
    expect(await publish(stricter)).toEqual([{ memberId: asker.id, from: 0, to: 1 }]);
    expect(await standing(asker)).toMatchObject({ rank: 1 });
  });

  it("tells those whose rank is another, not those whose rank has another place", async () => {
    const before = await told();
    const between = { key: "own_1", name: "Guest", formula: "points >= 10", powers: [] };
    expect(await publish([newcomer, between, neighbour, regular])).toEqual([]);
    expect(await standing(asker)).toMatchObject({ rank: 2 });
    expect(await told()).toEqual(before);
    const swapped = { ...between, key: "own_2", name: "Friend", formula: "points >= 50" };
    expect(await publish([newcomer, between, swapped, regular])).toEqual([
      { memberId: asker.id, from: 2, to: 2 },
    ]);
    expect(await told()).toEqual([...before, asker.id]);
  });
});

describe("the page of ranks", () => {
  it("says in words what each rank asks, and to a member how far they are", async () => {
    const held = { ...asker, rank: { index: 1, key: "neighbour" } };
    const { steps, own, rules, history } = await getLadder(ctx(held));
    expect(steps.map(({ name, holders, here }) => [name, holders, here])).toEqual([
      ["Newcomer", 6, false],
      ["Neighbour", 1, true],
      ["Regular", 0, false],
      ["Guide", 0, false],
      ["Lamplighter", 0, false],
    ]);
    expect(steps[1]).toMatchObject({
      more: true,
      powers: ["Put links into posts", "Put pictures into posts"],
      asks: [{ words: "At least 50 points", met: true, progress: { have: 60, need: 50 } }],
    });
    expect(own).toMatchObject({
      rank: "Neighbour",
      next: {
        name: "Regular",
        asks: [
          { words: "At least 250 points from the last 365 days", progress: { have: 60 } },
          { progress: { have: 1, need: 7 } },
        ],
      },
    });
    expect(rules[0]).toEqual({ key: "helpful", points: 10, dailyCap: 200 });
    expect(history).toEqual([]);
  });

  it("shows no progress to guests and staff", async () => {
    for (const actor of [GUEST, moderator]) {
      const { own, steps } = await getLadder(ctx(actor));
      expect(own).toBeNull();
      expect(steps[1]!.asks[0]).toMatchObject({ met: null, progress: null, have: null });
    }
  });

  it("tells every version with what it changed and why, the newest first", async () => {
    const points = await simulatePoints(ctx(admin), votesGive(5));
    const at = new Date(Date.now() - 60_000);
    await publishPointRules(ctx(admin, at), {
      ...votesGive(5),
      note: "Votes count less",
      replaces: 0,
      figures: points.figures,
    });
    const ranks = DEFAULT_RANKS.slice(0, 4);
    const { figures } = await simulateRanks(ctx(admin), ranks);
    await publishRanks(ctx(admin), { ranks, note: "One less", replaces: 0, figures });
    const { history } = await getLadder(ctx(GUEST));
    expect(history).toMatchObject([
      {
        title: "Ranks, version 1",
        note: "One less",
        by: null,
        changes: ["The rank Lamplighter is gone"],
      },
      {
        title: "Points, version 1",
        note: "Votes count less",
        holds: "Counts for everything that ever happened.",
        changes: [
          "A helpful vote for your post: 5 points instead of 10",
          "A helpful vote for your post: no daily limit any more",
        ],
      },
    ]);
    expect((await getPointsDesk(ctx(moderator))).versions[0]!.by).toBe(admin.name);
  });
});

describe("who may", () => {
  it("staff read the desk, admins alone try and publish", async () => {
    expect((await getPointsDesk(ctx(moderator))).edits).toBe(false);
    expect((await getRanksDesk(ctx(moderator))).edits).toBe(false);
    expect((await getRanksDesk(ctx(admin))).edits).toBe(true);
    const input = { ...votesGive(5), note: "", replaces: 0, figures: "" };
    await expect(changePointRules(ctx(moderator), "try", input)).rejects.toThrow(ForbiddenError);
    await expect(getPointsDesk(ctx(asker))).rejects.toThrow(ForbiddenError);
    await expect(getRanksDesk(ctx(GUEST))).rejects.toThrow(SignInNeededError);
    await expect(getCasesDesk(ctx(asker), { state: null, after: null })).rejects.toThrow(
      ForbiddenError,
    );
  });
});
