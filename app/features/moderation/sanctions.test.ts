import { beforeAll, describe, expect, it } from "vitest";
import type { SanctionVerb } from "#app/features/members/moderation-verbs.ts";
import { hashPassword } from "#app/features/members/password.server.ts";
import { currentMember } from "#app/features/members/sessions/current-member.server.ts";
import { startSession } from "#app/features/members/sessions/start-session.server.ts";
import { signIn } from "#app/features/members/sign-in.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, type TestMember } from "#db/testing/make.ts";
import { decide } from "./decide.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import { setSpaceModerator } from "./set-space-moderator.server.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
const PASSWORD = "correct horse battery";
const stored = await hashPassword(PASSWORD);
const device = { userAgent: "Firefox", network: "203.0.113.9" };
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(db);
});

async function signedIn(): Promise<{ member: TestMember; cookie: string }> {
  const member = await makeMember(db, desk.community);
  await db
    .updateTable("member")
    .set({ password_hash: stored })
    .where("id", "=", member.id)
    .execute();
  const of = { communityId: desk.community.id, memberId: member.id };
  return { member, cookie: (await startSession(db, of, device)).split(";")[0]! };
}

const sanction = (member: TestMember, verb: SanctionVerb, hours?: number) =>
  decide(desk.as(desk.staff), {
    verb,
    subject: { kind: "member", id: member.id },
    reason: "Because",
    hours,
  });
const whoIs = (cookie: string) => currentMember(db, desk.community, cookie);
const enter = (member: TestMember) =>
  signIn(desk.as({ kind: "guest", role: "guest", id: null }), {
    login: member.handle,
    password: PASSWORD,
    device,
    cookieHeader: null,
  });

/** As if the time had come. */
const letPass = (member: TestMember) =>
  db
    .updateTable("sanction")
    .set({ starts_at: new Date(Date.now() - 7_200_000), ends_at: new Date(Date.now() - 1_000) })
    .where("member_id", "=", member.id)
    .execute();

describe("whoever is silenced", () => {
  it("reads and doesn’t write from the next request on, until it ends by itself", async () => {
    const { member, cookie } = await signedIn();
    const { threadId, good } = await desk.talk();
    await sanction(member, "silence", 24);
    const actor = await whoIs(cookie);
    expect(actor).toMatchObject({ id: member.id, silenced: { until: expect.any(Date) as Date } });
    await getThreadPage(desk.as(actor), { threadId });
    await expect(postAnswer(desk.as(actor), { threadId, body: "Me again" })).rejects.toThrow(
      "silenced",
    );
    await expect(voteHelpful(desk.as(actor), { postId: good, on: true })).rejects.toThrow(
      "silenced",
    );
    await letPass(member);
    const later = await whoIs(cookie);
    expect(later).not.toHaveProperty("silenced");
    await postAnswer(desk.as(later), { threadId, body: "Me again" });
  });
});

describe("whoever is suspended or banned", () => {
  it.each(["suspend", "ban"] as const)("is out at the next request (%s)", async (verb) => {
    const { member, cookie } = await signedIn();
    const { decisionId } = await sanction(member, verb, verb === "suspend" ? 24 : undefined);
    expect((await whoIs(cookie)).kind).toBe("guest");
    await expect(enter(member)).rejects.toMatchObject({
      status: 403,
      publicMessage: { key: verb === "ban" ? "moderation.banned" : "moderation.suspended" },
    });
    await reverseDecision(desk.as(desk.second), { decisionId });
    expect(await whoIs(cookie)).toMatchObject({ id: member.id });
    await enter(member);
  });

  it("comes back when the time is over", async () => {
    const { member, cookie } = await signedIn();
    await sanction(member, "suspend", 1);
    await letPass(member);
    expect(await whoIs(cookie)).toMatchObject({ id: member.id });
    await enter(member);
  });
});

describe("a sanction", () => {
  it("is given once at a time; a warning takes nothing", async () => {
    const { member, cookie } = await signedIn();
    const both = await Promise.allSettled([
      sanction(member, "silence", 1),
      sanction(member, "silence", 2),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { member: warned, cookie: other } = await signedIn();
    await sanction(warned, "warn");
    await sanction(warned, "warn");
    expect(await whoIs(other)).not.toHaveProperty("silenced");
    expect(await whoIs(cookie)).toHaveProperty("silenced");
    await expect(sanction(warned, "suspend", -1)).rejects.toThrow("invalid");
  });
});

describe("whoever moderates a space", () => {
  it("does so from the next request on, until it is taken back", async () => {
    const { member, cookie } = await signedIn();
    const input = { memberId: member.id, spaceId: desk.community.spaces.general };
    await setSpaceModerator(desk.as(desk.admin), { ...input, on: true });
    const actor = await whoIs(cookie);
    const { postId } = await desk.answer((await desk.ask()).threadId);
    const subject = { kind: "post", id: postId } as const;
    await decide(desk.as(actor), { verb: "hide", subject, reason: "r" });
    await decide(desk.as(actor), { verb: "restore", subject });
    await setSpaceModerator(desk.as(desk.admin), { ...input, on: false });
    const after = await whoIs(cookie);
    await expect(decide(desk.as(after), { verb: "hide", subject, reason: "r" })).rejects.toThrow(
      "forbidden",
    );
  });
});
