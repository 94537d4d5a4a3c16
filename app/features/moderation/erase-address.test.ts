import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { changeEmail } from "#app/features/members/change-email.server.ts";
import { hashPassword } from "#app/features/members/password.server.ts";
import { startSession } from "#app/features/members/sessions/start-session.server.ts";
import { signUp } from "#app/features/members/sign-up.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { sweepExpired } from "#app/jobs/sweep-expired.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { decide } from "./decide.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;
let serial = 0;
const PASSWORD = "a lantern in the window";

beforeAll(async () => {
  desk = await openDesk(db);
});

/** A member with a mailbox of their own. */
async function writer(): Promise<TestMember & { email: string }> {
  serial += 1;
  const member = await makeMember(db, desk.community);
  const email = `Lamp.Post${serial}@example.com`;
  await db
    .updateTable("member")
    .set({ email, email_key: email.toLowerCase(), password_hash: await hashPassword(PASSWORD) })
    .where("id", "=", member.id)
    .execute();
  return { ...member, email };
}

const row = (id: number) =>
  db
    .selectFrom("member")
    .select(["email", "email_key", "email_verified_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

const erase = (member: { id: number }, by: TestMember = desk.staff) =>
  decide(desk.as(by), {
    verb: "erase_address",
    subject: { kind: "member", id: member.id },
    reason: "It belongs to somebody else",
  });

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? error,
  );

/** What signing up with an address says of it. */
async function saysOf(email: string, community = desk.community): Promise<unknown> {
  serial += 1;
  const name = `Newcomer ${serial}`;
  const given = { name, handle: `newcomer${serial}`, email, password: `${PASSWORD} ${serial}` };
  return signUp(makeCtx(db, community, GUEST), given).then(
    () => "welcome",
    (error: unknown) => (error instanceof InvalidError ? error.fields.email?.key : error),
  );
}

describe("taking an address away", () => {
  it("ends sessions, and keeps the address from signing up, in this community alone", async () => {
    const member = await writer();
    await startSession(
      db,
      { communityId: desk.community.id, memberId: member.id },
      { userAgent: "", network: "" },
    );
    await erase(member);
    expect(await row(member.id)).toEqual({ email: null, email_key: null, email_verified_at: null });
    const sessions = await db
      .selectFrom("member_session")
      .select("id_hash")
      .where("member_id", "=", member.id)
      .execute();
    expect(sessions).toEqual([]);
    const mailbox = member.email.toLowerCase();
    const tagged = mailbox.replace("@", "+again@");
    for (const email of [member.email, mailbox, tagged])
      expect(await saysOf(email)).toBe("account.emailBlocked");
    expect(await saysOf("somebody.else@example.com")).toBe("welcome");
    expect(await saysOf(mailbox, await makeCommunity(db))).toBe("welcome");
    const other = await writer();
    const asked = changeEmail(desk.as(other), { email: tagged, currentPassword: PASSWORD });
    expect(await codeOf(asked)).toBe("invalid");
    const kept = await sql<{ text: string }>`
      select b::text || coalesce(s::text, '') as text from blocked_address b
      left join sealed_address s on s.member_id = b.member_id
    `.execute(db);
    expect(JSON.stringify(kept.rows).toLowerCase()).not.toContain("example.com");
    const { before, after } = await db
      .selectFrom("decision")
      .select(["before", "after"])
      .where("member_id", "=", member.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify([before, after])).not.toContain("example.com");
    expect(await examine(db, desk.community.id)).toEqual([]);
  });

  it("says the same of an address that also has an account", async () => {
    const member = await writer();
    const twin = await writer();
    const tagged = member.email.toLowerCase().replace("@", "+twin@");
    await db
      .updateTable("member")
      .set({ email: tagged, email_key: tagged })
      .where("id", "=", twin.id)
      .execute();
    await erase(member);
    const unknown = tagged.replace("+twin", "+nobody");
    expect(await saysOf(tagged)).toBe(await saysOf(unknown));
  });

  it("can be undone, done again and undone again", async () => {
    const member = await writer();
    const before = await row(member.id);
    const { decisionId } = await erase(member);
    expect(await codeOf(erase(member))).toBe("decided_meanwhile");
    const undone = await reverseDecision(desk.as(desk.staff), { decisionId });
    expect(await row(member.id)).toEqual(before);
    const again = await reverseDecision(desk.as(desk.staff), undone);
    expect((await row(member.id)).email).toBeNull();
    await reverseDecision(desk.as(desk.staff), again);
    expect(await row(member.id)).toEqual(before);
    expect(await examine(db, desk.community.id)).toEqual([]);
  });

  it("can’t be undone after 30 days, which the nightly sweep sees to", async () => {
    const member = await writer();
    const late = await writer();
    const { decisionId } = await erase(member);
    const other = await erase(late);
    const age = (id: number, days: number) =>
      sql`
      update sealed_address set created_at = now() - make_interval(days => ${days}) where member_id = ${id}
    `.execute(db);
    await age(member.id, 31);
    await age(late.id, 29);
    expect(await codeOf(reverseDecision(desk.as(desk.staff), { decisionId }))).toBe("address_gone");
    await sweepExpired(db);
    const kept = await db.selectFrom("sealed_address").select("member_id").execute();
    const ids = kept.map((one) => one.member_id);
    expect(ids).not.toContain(member.id);
    expect(ids).toContain(late.id);
    await reverseDecision(desk.as(desk.staff), other);
    expect(await saysOf(member.email)).toBe("account.emailBlocked");
  });

  it("can’t be undone when somebody has the address by now", async () => {
    const member = await writer();
    const { decisionId } = await erase(member);
    const other = await writer();
    await db
      .updateTable("member")
      .set({ email: member.email, email_key: member.email.toLowerCase() })
      .where("id", "=", other.id)
      .execute();
    expect(await codeOf(reverseDecision(desk.as(desk.staff), { decisionId }))).toBe("address_gone");
  });
});

describe("a message", () => {
  it("is recorded and told, and is no sanction", async () => {
    const { threadId } = await desk.ask();
    const { postId } = await desk.answer(threadId);
    const say = (reason: string) =>
      decide(desk.as(desk.local), {
        verb: "message",
        subject: { kind: "post", id: postId },
        reason,
      });
    expect(await codeOf(say(" "))).toBe("invalid");
    const { decisionId } = await say("Please say which router you mean.");
    const made = await db
      .selectFrom("decision")
      .select(["verb", "about_id", "reason"])
      .where("id", "=", decisionId)
      .executeTakeFirstOrThrow();
    expect(made).toEqual({
      verb: "message",
      about_id: desk.helper.id,
      reason: "Please say which router you mean.",
    });
    const told = await db
      .selectFrom("event")
      .select("payload")
      .where("type", "=", "decision.made")
      .where(sql<boolean>`payload = jsonb_build_object('decisionId', ${decisionId}::bigint)`)
      .execute();
    expect(told).toHaveLength(1);
    const sanctions = await db.selectFrom("sanction").select("id").execute();
    expect(sanctions).toEqual([]);
  });
});
