import { beforeEach, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { decideVoteCase } from "#app/features/reputation/fairness/decide-vote-case.server.ts";
import { getCasesDesk } from "#app/features/reputation/fairness/get-cases-desk.server.ts";
import { publishRanks } from "#app/features/reputation/publish-ranks.server.ts";
import { simulateRanks } from "#app/features/reputation/simulate-ranks.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
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

describe("cases of votes", () => {
  it("say in figures what is held, and can be turned around", async () => {
    const { id } = await db
      .insertInto("vote_case")
      .values({
        community_id: community.id,
        kind: "burst",
        evidence: JSON.stringify([
          {
            key: "fairness.evidence.bursts",
            params: { bursts: 1, votes: 2, most: 2, minutes: 3 },
          },
        ]),
        opened_at: new Date(),
        decided_by: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const figures = { given_inside: 1, given: 2, received_inside: 3, received: 4 };
    await db
      .insertInto("vote_case_member")
      .values({ community_id: community.id, case_id: id, member_id: asker.id, ...figures })
      .execute();
    const votes = await db
      .selectFrom("vote")
      .select("id")
      .where("community_id", "=", community.id)
      .orderBy("id")
      .limit(2)
      .execute();
    await db
      .insertInto("held_cause")
      .values(
        votes.map((vote) => ({
          community_id: community.id,
          case_id: id,
          cause: `helpful:${vote.id}`,
        })),
      )
      .execute();
    await settle();
    expect(await standing(asker)).toEqual({ points: 40, rank: 0 });

    const open = await getCasesDesk(ctx(moderator), { state: null, after: null });
    expect(open).toMatchObject({
      state: "open",
      cases: [
        {
          id,
          evidence: [
            "Bursts of votes: 1, with 2 votes in all. The largest had 2 within 3 minutes.",
          ],
          held: { votes: 2, accepted: 0 },
          members: [{ handle: asker.handle, givenInside: 1, received: 4 }],
          decided: null,
        },
      ],
    });
    await decideVoteCase(ctx(moderator), { caseId: id, verdict: "dismissed", note: "Friends" });
    expect(await standing(asker)).toEqual({ points: 60, rank: 1 });
    await decideVoteCase(ctx(admin), { caseId: id, verdict: "upheld", note: "After all" });
    expect(await standing(asker)).toEqual({ points: 40, rank: 0 });
    const upheld = await getCasesDesk(ctx(moderator), { state: "upheld", after: null });
    expect(upheld.cases).toMatchObject([{ note: "After all", decided: { by: admin.name } }]);
    expect((await getCasesDesk(ctx(admin), { state: "none", after: null })).cases).toEqual([]);
  });
});

describe("the mail about a rank", () => {
  async function tell(): Promise<void> {
    const rows = await db
      .selectFrom("event")
      .selectAll()
      .where("community_id", "=", community.id)
      .where("type", "=", "member.rank_changed")
      .orderBy("id")
      .execute();
    for (const row of rows) {
      const event = { ...row, communityId: community.id, actorId: null } as unknown as AppEvent;
      const of = subscribersOf(event.type).filter(({ name }) => name === "mail_rank_changed");
      for (const { run } of [...of, ...of]) await run(ctx(GUEST), event);
    }
  }
  const mails = () =>
    db
      .selectFrom("mail")
      .select(["member_id", "subject", "text"])
      .where("community_id", "=", community.id)
      .where("dedupe_key", "like", "rank:%")
      .orderBy("id")
      .execute();
  const votes = async (on: boolean) => {
    for (const voter of voters.slice(0, 2)) await voteHelpful(ctx(voter), { postId, on });
    await settle();
  };

  it("comes on a fall, once, with what is asked and what is lost", async () => {
    await tell();
    expect(await mails()).toEqual([]);
    await votes(false);
    await tell();
    await tell();
    const sent = await mails();
    expect(sent).toMatchObject([
      { member_id: asker.id, subject: `Your rank at ${community.name} is now Newcomer` },
    ]);
    for (const words of [
      "You were Neighbour",
      "Neighbour asks for this, too: at least 50 points (you have 40)",
      "No longer open to you: Put links into posts and Put pictures into posts",
      "/ranks",
    ]) {
      expect(sent[0]!.text).toContain(words);
    }
  });

  it("comes on a rise only to those who want mails about badges, in their language", async () => {
    await db
      .updateTable("member")
      .set({ badge_mails: true, locale: "de" })
      .where("community_id", "=", community.id)
      .where("id", "=", asker.id)
      .execute();
    await tell();
    expect(await mails()).toMatchObject([
      { subject: `Dein neuer Rang bei ${community.name}: Nachbarschaft` },
    ]);
  });

  it("says nothing of a fall that went back meanwhile", async () => {
    await votes(false);
    await votes(true);
    await tell();
    expect(await mails()).toEqual([]);
  });

  it("says why when the list of ranks was changed", async () => {
    const ranks = DEFAULT_RANKS.map((rank) =>
      rank.key === "neighbour" ? { ...rank, formula: "points >= 100" } : rank,
    );
    const { figures } = await simulateRanks(ctx(admin), ranks);
    const note = "It came too early";
    await publishRanks(ctx(admin), { ranks, note, replaces: 0, figures });
    await tell();
    const [sent] = await mails();
    expect(sent!.text).toContain(`Why, in their words: ${note}`);
    expect(sent!.text).toContain("at least 100 points (you have 60)");
  });
});
