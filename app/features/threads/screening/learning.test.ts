import { beforeAll, expect, it } from "vitest";
import { learnFromDesk } from "#app/features/automod/classifier/learn-from-desk.server.ts";
import { madeUpDecisions } from "#app/features/automod/classifier/made-up-decisions.ts";
import { decide } from "#app/features/moderation/decide.server.ts";
import { reportContent } from "#app/features/moderation/report-content.server.ts";
import { reverseDecision } from "#app/features/moderation/reverse-decision.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { openScreened } from "../testing/open-screened.server.ts";
import { voteHelpful } from "../vote-helpful.server.ts";

const { db } = await cloneDatabase();
const scene = await openScreened(db);
const { as, ask, answer, post, member, newcomer, other, staff } = scene;

const OTHERS = ["substance", "repeats", "copies", "rate", "newDomains", "patterns", "personalData"];
/** The classifier alone, unless told otherwise. */
const only = (more: Record<string, unknown> = {}) =>
  scene.set({ ...Object.fromEntries(OTHERS.map((id) => [id, { mode: "off" }])), ...more });
const learn = () => learnFromDesk(as(GUEST));
const decisions: number[] = [];

/** Posts what somebody made up, and has the desk decide on it as it is marked. */
async function decideOn(
  threadId: number,
  { text, spam, n }: { text: string; spam: boolean; n: number },
) {
  const { postId } = await answer(threadId, text, member);
  const subject = { kind: "post", id: postId } as const;
  if (!spam) {
    await voteHelpful(as(other), { postId, on: true });
    return;
  }
  // Every third by a report of spam, the others by what staff said.
  const reported = n % 3 === 0;
  if (reported) await reportContent(as(other), { subject, kind: "spam" });
  const reason = reported ? "Not here, please." : "This is spam.";
  const { decisionId } = await decide(as(staff), { verb: "remove", subject, reason });
  decisions.push(decisionId);
}

beforeAll(async () => {
  await only();
  await db.updateTable("community").set({ votes_a_day: 1_000, votes_a_day_new: 1_000 }).execute();
  const { threadId } = await ask(staff);
  for (const [n, made] of madeUpDecisions(100).entries()) await decideOn(threadId, { ...made, n });
}, 120_000);

it("waits for fifty of either kind, standing for some days", async () => {
  expect(await learn()).toBe(null);
  const before = new Date(Date.now() - 5 * 86_400_000);
  await db
    .updateTable("post")
    .set({ created_at: before })
    .where("community_id", "=", scene.community.id)
    .execute();
  const [last] = decisions.splice(-1);
  const undone = await reverseDecision(as(staff), { decisionId: last! } as never);
  expect(undone).toBeDefined();
  // One decision was undone: forty-nine are left.
  expect(await learn()).toBe(null);
  expect(await db.selectFrom("automod_model").selectAll().execute()).toEqual([]);
});

it("learns from what the desk decided, and holds what is like it, with the words that spoke for it", async () => {
  const { threadId } = await ask(staff);
  for (const [n, made] of madeUpDecisions(12, 11).entries()) {
    if (made.spam) await decideOn(threadId, { ...made, n });
  }
  expect(await learn()).toEqual({ spam: 55, ham: 50 });
  const spam = "Hurry, take amazing lottery tickets now, call 0900 555 01 99";
  const held = await answer(threadId, spam, newcomer);
  expect((await post(held.postId)).state).toBe("held");
  const said = (await scene.screenings()).at(-1)!.findings as {
    check: string;
    toStaff: { params: { because: string } };
  }[];
  expect(said.map(({ check }) => check)).toContain("classifier");
  const well = await answer(threadId, "Please help me to update my router at home?", newcomer);
  expect((await post(well.postId)).state).toBe("published");
});

it("can be turned off, and another model takes its place at once", async () => {
  const { threadId } = await ask(staff);
  const spam = "Win guaranteed magic rings today only!";
  await only({ classifier: { mode: "off" } });
  expect((await post((await answer(threadId, spam, newcomer)).postId)).state).toBe("published");
  await only();
  expect((await post((await answer(threadId, `${spam} 1`, newcomer)).postId)).state).toBe("held");
  await db
    .updateTable("automod_model")
    .set({ model: JSON.stringify({ version: 0 }), trained_at: new Date(Date.now() + 1_000) })
    .execute();
  expect((await post((await answer(threadId, `${spam} 2`, newcomer)).postId)).state).toBe(
    "published",
  );
});
