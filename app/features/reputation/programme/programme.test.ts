import { sql } from "kysely";
import { beforeEach, expect, it } from "vitest";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { currentMember } from "#app/features/members/sessions/current-member.server.ts";
import { startSession } from "#app/features/members/sessions/start-session.server.ts";
import {
  mailProgramme,
  mailProgrammeEnding,
} from "#app/features/notifications/mail-programme.server.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import {
  acceptInvitation,
  agreeAgain,
  declineInvitation,
  leaveProgramme,
  setListed,
} from "./answer-invitation.server.ts";
import { setRole } from "#app/features/members/set-role.server.ts";
import { endDueTerms } from "./end-due-terms.server.ts";
import { endTermAfter } from "./end-term-after.server.ts";
import { getProgrammePage } from "./get-programme-page.server.ts";
import { getTermPage } from "./get-term-page.server.ts";
import { inviteMember, nominateMember } from "./nominate-member.server.ts";
import { addPerk, givePerk } from "./perks.server.ts";
import { assignMentor, endTerm, renewTerm } from "./review-term.server.ts";
import { setProgramme } from "./set-programme.server.ts";

const { db } = await cloneDatabase();
const DAY = 86_400_000;

let community: Awaited<ReturnType<typeof makeCommunity>>;
let admin: TestMember;
let helper: TestMember;
const ctx = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });
const wording = "Be kind.\n\nStay curious.";

beforeEach(async () => {
  community = await makeCommunity(db);
  admin = await makeMember(db, community, { role: "admin" });
  helper = await makeMember(db, community);
  const spaceId = community.spaces.lounge;
  await setProgramme(ctx(admin), { active: true, termMonths: 6, spaceId, wording });
});

const accept = (member: TestMember, now = new Date()) =>
  acceptInvitation(ctx(member, now), { wordingVersion: 1, agreed: true, listed: true });
const invite = (member: TestMember, now = new Date()) =>
  inviteMember(ctx(admin, now), { handle: member.handle, reason: "Helps a lot" });

async function begin(member: TestMember, now = new Date()): Promise<number> {
  const id = await invite(member, now);
  await accept(member, now);
  return id;
}

async function roleOf(member: TestMember): Promise<string> {
  const row = await db
    .selectFrom("member")
    .select("role")
    .where("community_id", "=", community.id)
    .where("id", "=", member.id)
    .executeTakeFirstOrThrow();
  return row.role;
}

async function statesOf(member: TestMember): Promise<string[]> {
  const rows = await db
    .selectFrom("programme_change")
    .select("to_state")
    .where("community_id", "=", community.id)
    .where("member_id", "=", member.id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.to_state);
}

/** Runs the mails of the facts so far, twice; gives the subjects. */
async function mails(): Promise<string[]> {
  const events = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .where("type", "like", "programme.%")
    .orderBy("created_at")
    .execute();
  for (const event of [...events, ...events]) {
    const fact = { type: event.type, payload: event.payload } as AppEvent;
    if (fact.type === "programme.changed") await mailProgramme(ctx(admin), fact);
    if (fact.type === "programme.ending") await mailProgrammeEnding(ctx(admin), fact);
  }
  const rows = await db
    .selectFrom("mail")
    .select("subject")
    .where("community_id", "=", community.id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.subject);
}

it("goes from a nomination by a peer to a term with powers, told at each step", async () => {
  const peer: TestMember = {
    ...(await makeMember(db, community)),
    rank: { index: 2, key: "regular" },
  };
  const nomination = { handle: `@${helper.handle}`.slice(1), reason: "Answers everybody" };
  await expect(nominateMember(ctx(helper), nomination)).rejects.toThrow(ForbiddenError);
  await nominateMember(ctx(peer), nomination);
  expect((await getProgrammePage(ctx(helper))).own).toBeNull();
  await expect(nominateMember(ctx(peer), nomination)).rejects.toThrow(ConflictError);
  await expect(nominateMember(ctx(peer), { ...nomination, handle: "nobody" })).rejects.toThrow(
    InvalidError,
  );
  await expect(nominateMember(ctx(peer), { ...nomination, handle: peer.handle })).rejects.toThrow(
    InvalidError,
  );
  await expect(nominateMember(ctx(peer), { ...nomination, handle: admin.handle })).rejects.toThrow(
    InvalidError,
  );
  await expect(accept(helper)).rejects.toThrow(ConflictError);
  await invite(helper);
  expect(await mails()).toHaveLength(1);
  expect((await getProgrammePage(ctx(helper))).own?.state).toBe("invited");
  await accept(helper);
  expect(await roleOf(helper)).toBe("super_user");
  expect(await statesOf(helper)).toEqual(["nominated", "invited", "active"]);
  expect(await mails()).toHaveLength(2);
  const page = await getProgrammePage(ctx({ kind: "guest", role: "guest", id: null }));
  expect(page.members.map(({ handle }) => handle)).toEqual([helper.handle]);
  await setListed(ctx(helper), false);
  expect((await getProgrammePage(ctx(admin))).members).toEqual([]);
  const staff = await getTermPage(ctx(admin), helper.handle);
  expect(staff.terms[0]).toMatchObject({ state: "active", nominatedBy: { handle: peer.handle } });
  expect(staff.report?.now).toEqual({ answers: 0, accepted: 0, helpful: 0, people: 0, edits: 0 });
});

it("needs the consent to the terms as they are now", async () => {
  await invite(helper);
  await expect(
    acceptInvitation(ctx(helper), { wordingVersion: 1, agreed: false, listed: false }),
  ).rejects.toThrow(InvalidError);
  const settings = { active: true, termMonths: 6, spaceId: null };
  await setProgramme(ctx(admin), { ...settings, wording: `${wording} New.` });
  await expect(accept(helper)).rejects.toThrow(ConflictError);
  await acceptInvitation(ctx(helper), { wordingVersion: 2, agreed: true, listed: false });
  const term = await db
    .selectFrom("programme_term")
    .select(["wording_version", "consented_at"])
    .where("community_id", "=", community.id)
    .executeTakeFirstOrThrow();
  expect(term).toMatchObject({ wording_version: 2, consented_at: expect.any(Date) });
  await expect(
    setProgramme(ctx(admin), { ...settings, spaceId: community.spaces.general, wording }),
  ).rejects.toThrow(InvalidError);
});

it("invites once, however many do it at once", async () => {
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => invite(helper)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toBeInstanceOf(ConflictError);
  }
  expect(await statesOf(helper)).toEqual(["invited"]);
});

it("starts a term once, however often it is accepted at once", async () => {
  await invite(helper);
  const results = await Promise.allSettled([accept(helper), accept(helper), accept(helper)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await statesOf(helper)).toEqual(["invited", "active"]);
});

it("refuses what is not for them, and what comes too late", async () => {
  await expect(inviteMember(ctx(helper), { handle: helper.handle, reason: "" })).rejects.toThrow(
    ForbiddenError,
  );
  await expect(declineInvitation(ctx(helper), { reason: "" })).rejects.toThrow(ConflictError);
  await expect(leaveProgramme(ctx(helper), { reason: "" })).rejects.toThrow(ConflictError);
  const termId = await invite(helper);
  await expect(renewTerm(ctx(admin), { termId, note: "x" })).rejects.toThrow(ConflictError);
  await expect(endTerm(ctx(admin), { termId, note: "x" })).rejects.toThrow(ConflictError);
  await declineInvitation(ctx(helper), { reason: "No time" });
  expect(await roleOf(helper)).toBe("member");
  await expect(accept(helper)).rejects.toThrow(ConflictError);
  await setProgramme(ctx(admin), { active: false, termMonths: 6, spaceId: null, wording });
  await expect(invite(helper)).rejects.toThrow(ConflictError);
  expect(await statesOf(helper)).toEqual(["invited", "declined"]);
});

it("keeps out another community’s staff", async () => {
  const termId = await begin(helper);
  const elsewhere = await makeCommunity(db);
  const stranger = await makeMember(db, elsewhere, { role: "admin" });
  const there = makeCtx(db, elsewhere, stranger);
  await expect(endTerm(there, { termId, note: "x" })).rejects.toThrow(NotFoundError);
  await expect(getTermPage(there, helper.handle)).rejects.toThrow(NotFoundError);
  expect(await roleOf(helper)).toBe("super_user");
});

it("an ended term holds no power the same day, before any job has run; the job takes the role", async () => {
  const cookie = (
    await startSession(
      db,
      { communityId: community.id, memberId: helper.id },
      { userAgent: "", network: "" },
    )
  ).split(";")[0]!;
  const termId = await begin(helper);
  const role = async () => (await currentMember(db, community, cookie)).role;
  expect(await role()).toBe("super_user");
  await sql`
    update programme_term set starts_on = current_date - 100, ends_on = (now() at time zone 'UTC')::date
    where community_id = ${community.id} and id = ${termId}
  `.execute(db);
  expect(await roleOf(helper)).toBe("super_user");
  expect(await role()).toBe("member");
  const actor = await currentMember(db, community, cookie);
  expect(actor.kind === "member" && actor.powers.has("thread.retag")).toBe(false);
  await expect(renewTerm(ctx(admin), { termId, note: "late" })).rejects.toThrow(ConflictError);
  expect(await endDueTerms(ctx(admin))).toEqual([helper.id]);
  expect(await endDueTerms(ctx(admin))).toEqual([]);
  expect(await roleOf(helper)).toBe("member");
  expect(await statesOf(helper)).toEqual(["invited", "active", "expired"]);
});

it("staff made super users by hand, and members who became staff, keep their role", async () => {
  const byHand = await makeMember(db, community, { role: "super_user" });
  await begin(helper);
  await db.updateTable("member").set({ role: "moderator" }).where("id", "=", helper.id).execute();
  await endDueTerms(ctx(admin, new Date(Date.now() + 400 * DAY)));
  expect(await statesOf(helper)).toEqual(["invited", "active", "expired"]);
  expect(await roleOf(helper)).toBe("moderator");
  expect(await roleOf(byHand)).toBe("super_user");
  await begin(byHand);
  expect(await roleOf(byHand)).toBe("super_user");
});

it("tells 14 days before the end, once, and a renewed term goes on from its last day", async () => {
  const termId = await begin(helper);
  const soon = new Date(Date.now() + 172 * DAY);
  await endDueTerms(ctx(admin, new Date(Date.now() + 100 * DAY)));
  expect(await mails()).toHaveLength(1);
  await endDueTerms(ctx(admin, soon));
  await endDueTerms(ctx(admin, soon));
  expect(await mails()).toHaveLength(2);
  const mentor = await makeMember(db, community, { role: "super_user" });
  await expect(assignMentor(ctx(admin), { termId, mentor: helper.handle })).rejects.toThrow(
    InvalidError,
  );
  await assignMentor(ctx(admin), { termId, mentor: mentor.handle });
  await renewTerm(ctx(admin, soon), { termId, note: "Well done" });
  await expect(renewTerm(ctx(admin, soon), { termId, note: "again" })).rejects.toThrow(
    ConflictError,
  );
  const { terms } = await getTermPage(ctx(admin), helper.handle);
  expect(terms[0]?.startsOn).toEqual(terms[1]?.endsOn);
  expect(terms[0]).toMatchObject({ state: "active", mentor: { handle: mentor.handle } });
  expect(terms[1]).toMatchObject({ state: "renewed", reviewNote: "Well done" });
  expect(await mails()).toHaveLength(3);
  expect(await endDueTerms(ctx(admin, new Date(Date.now() + 200 * DAY)))).toEqual([]);
  expect(await roleOf(helper)).toBe("super_user");
});

it("leaving takes the role at once and keeps badges", async () => {
  await begin(helper);
  await db
    .insertInto("badge_grant")
    .values({
      community_id: community.id,
      member_id: helper.id,
      badge_key: "thanks",
      earned_at: new Date(),
      by_hand: true,
      reason: "For help",
    })
    .execute();
  await leaveProgramme(ctx(helper), { reason: "A new job" });
  expect(await roleOf(helper)).toBe("member");
  const held = await db
    .selectFrom("badge_grant")
    .select("revoked_at")
    .where("community_id", "=", community.id)
    .execute();
  expect(held).toEqual([{ revoked_at: null }]);
  const { history } = await getTermPage(ctx(admin), helper.handle);
  expect(history.at(-1)).toMatchObject({ to: "left", reason: "A new job" });
  await invite(helper);
  expect(await statesOf(helper)).toEqual(["invited", "active", "left", "invited"]);
});

it("staff end a term with a reason that its member reads", async () => {
  const termId = await begin(helper);
  await endTerm(ctx(admin), { termId, note: "Sold answers" });
  expect(await roleOf(helper)).toBe("member");
  expect((await getProgrammePage(ctx(helper))).own).toMatchObject({ reviewNote: "Sold answers" });
  await expect(endTerm(ctx(admin), { termId, note: "again" })).rejects.toThrow(ConflictError);
});

it("ends with the role when an admin takes that by hand", async () => {
  const other = await makeMember(db, community);
  for (const member of [helper, other]) await begin(member);
  await setRole(ctx(admin), { memberId: helper.id, role: "moderator" });
  const facts = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .where("type", "=", "member.role_changed")
    .execute();
  for (const row of [...facts, ...facts]) {
    await endTermAfter(ctx(admin), {
      ...row,
      communityId: community.id,
    } as unknown as AppEvent<"member.role_changed">);
  }
  expect(await statesOf(helper)).toEqual(["invited", "active", "ended"]);
  expect(await roleOf(helper)).toBe("moderator");
  expect(await statesOf(other)).toEqual(["invited", "active"]);
});

it("asks anew when the terms change, while the term goes on", async () => {
  const termId = await begin(helper);
  const agree = (wordingVersion: number, agreed = true) =>
    agreeAgain(ctx(helper), { wordingVersion, agreed });
  const versions = async () => {
    const { programme, own } = await getProgrammePage(ctx(helper));
    return [own?.wordingVersion, programme.wordingVersion];
  };
  expect(await versions()).toEqual([1, 1]);
  await setProgramme(ctx(admin), {
    active: true,
    termMonths: 6,
    spaceId: null,
    wording: "Be kinder.",
  });
  await renewTerm(ctx(admin), { termId, note: "Well done" });
  expect(await versions()).toEqual([1, 2]);
  await expect(agree(1)).rejects.toThrow(ConflictError);
  await expect(agree(2, false)).rejects.toThrow(InvalidError);
  expect(await versions()).toEqual([1, 2]);
  await agree(2);
  expect(await versions()).toEqual([2, 2]);
  expect((await getTermPage(ctx(admin), helper.handle)).wordingVersion).toBe(2);
  await leaveProgramme(ctx(helper), { reason: "" });
  await expect(agree(2)).rejects.toThrow(ConflictError);
});

it("gives each code once and each member one, however many ask at once", async () => {
  const members = await Promise.all([1, 2, 3, 4].map(() => makeMember(db, community)));
  const terms: number[] = [];
  for (const member of members) terms.push(await begin(member));
  const codes = ["A", "B", "B", "C"];
  const perkId = await addPerk(ctx(admin), { name: "Month free", description: "", codes });
  const results = await Promise.allSettled(
    [...terms, ...terms].map((termId) => givePerk(ctx(admin), { termId, perkId })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const given = await db
    .selectFrom("perk_code")
    .select(["code", "member_id"])
    .where("community_id", "=", community.id)
    .execute();
  expect(given.map(({ code }) => code).toSorted()).toEqual(["A", "B", "C"]);
  expect(new Set(given.map((row) => row.member_id)).size).toBe(3);
  for (const member of members) {
    const { own } = await getProgrammePage(ctx(member));
    const mine = given.find((row) => row.member_id === member.id)?.code;
    expect(own?.perks.map(({ code }) => code)).toEqual(mine ? [mine] : []);
  }
  const owner = members.find((member) => given.some((row) => row.member_id === member.id))!;
  await db.deleteFrom("member").where("id", "=", owner.id).execute();
  const left = terms[members.findIndex((m) => !given.some((row) => row.member_id === m.id))]!;
  await expect(givePerk(ctx(admin), { termId: left, perkId })).rejects.toThrow(ConflictError);
});
