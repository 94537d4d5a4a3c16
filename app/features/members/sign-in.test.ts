import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError, InvalidError, NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import { endOneSession } from "./end-one-session.server.ts";
import { findMember } from "./find-member.server.ts";
import { listSessions } from "./list-sessions.server.ts";
import { hashPassword } from "./password.server.ts";
import { currentMember } from "./sessions/current-member.server.ts";
import { sessionHash } from "./sessions/session-cookie.server.ts";
import { startSession } from "./sessions/start-session.server.ts";
import { setRole } from "./set-role.server.ts";
import { loginLimitKey, signIn } from "./sign-in.server.ts";
import { signOutEverywhere } from "./sign-out-everywhere.server.ts";
import { updateProfile } from "./update-profile.server.ts";

const { db } = await cloneDatabase();
const PASSWORD = "correct horse battery";
const stored = await hashPassword(PASSWORD);
const device = { userAgent: "Firefox/140.0 (X11; Linux)", network: "203.0.113.9" };

let ctx: Ctx;
let ann: TestMember;

beforeEach(async () => {
  ctx = makeCtx(db, await makeCommunity(db));
  ann = await makeMember(db, ctx.community, { handle: "ann", email: "ann@example.com" });
  await db
    .updateTable("member")
    .set({ password_hash: stored })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", ann.id)
    .execute();
});

const as = (actor: TestMember): Ctx => ({ ...ctx, actor });

async function enter(login = "ann", cookieHeader: string | null = null, password = PASSWORD) {
  const { setCookie } = await signIn(ctx, { login, password, device, cookieHeader });
  return setCookie.split(";")[0] ?? "";
}

const whoIs = (cookie: string) => currentMember(db, ctx.community, cookie);

describe("signIn", () => {
  it.each(["ann", "ANN", "@ann", " ann ", "ann@example.com", " ANN@Example.com "])(
    "knows %j",
    async (login) => {
      expect(await whoIs(await enter(login))).toMatchObject({ id: ann.id });
    },
  );

  it("tells unknown members and wrong passwords apart by nothing", async () => {
    const errors: unknown[] = [];
    for (const [login, password] of [
      ["ann", "wrong password"],
      ["nobody", PASSWORD],
      ["nobody@example.com", PASSWORD],
      ["ann@example.com", ""],
      ["", ""],
    ] as const) {
      const error = await enter(login, null, password).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(InvalidError);
      const { status, fields } = error as InvalidError;
      errors.push({ status, fields });
    }
    for (const error of errors) expect(error).toEqual(errors[0]);
  });

  it("does as much work for unknown members as for known ones", async () => {
    // Processor time, all threads': the clock also counts what other processes do.
    const work = async (login: string) => {
      const before = process.cpuUsage();
      await enter(login, null, "wrong password").catch(() => {});
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    await work("ann");
    for (let round = 0; round < 15; round += 1) {
      known.push(await work("ann"));
      unknown.push(await work("nobody"));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.67);
    expect(ratio).toBeLessThan(1.5);
  });

  it("refuses an account without a password, and its stored hash as one", async () => {
    await makeMember(db, ctx.community, { handle: "imported" });
    await expect(enter("imported", null, "")).rejects.toThrow(InvalidError);
    await expect(enter("ann", null, stored)).rejects.toThrow(InvalidError);
  });

  it("does not know a member of another community", async () => {
    const other = await makeCommunity(db);
    const foreign = { ...ctx, community: other };
    await expect(
      signIn(foreign, { login: "ann", password: PASSWORD, device, cookieHeader: null }),
    ).rejects.toThrow(InvalidError);
    const cookie = await enter();
    expect(await currentMember(db, other, cookie)).toMatchObject({ kind: "guest" });
  });

  it("never adopts a chosen session, and replaces the one it had", async () => {
    const chosen = `porchlight=${"a".repeat(40)}`;
    const first = await enter("ann", chosen);
    expect(first).not.toBe(chosen);
    expect(await whoIs(chosen)).toMatchObject({ kind: "guest" });
    const second = await enter("ann", first);
    expect(second).not.toBe(first);
    expect(await whoIs(first)).toMatchObject({ kind: "guest" });
    expect(await whoIs(second)).toMatchObject({ id: ann.id });
  });

  it("keeps nothing that signs in", async () => {
    const cookie = await enter();
    const [row] = await db
      .selectFrom("member_session")
      .selectAll()
      .where("community_id", "=", ctx.community.id)
      .execute();
    expect(row?.id_hash).toBe(hashToken(cookie.replace("porchlight=", "")));
    expect(await whoIs(`porchlight=${row?.id_hash}`)).toMatchObject({ kind: "guest" });
    expect(await whoIs(`porchlight=${row?.id_hash.slice(0, 40)}`)).toMatchObject({ kind: "guest" });
  });

  it("counts one account for every way to write its login", () => {
    expect(loginLimitKey(" @ANN")).toBe(loginLimitKey("ann"));
    expect(loginLimitKey("ANN@example.com ")).toBe(loginLimitKey("ann@example.com"));
    expect(loginLimitKey("ann")).not.toBe(loginLimitKey("ann@example.com"));
  });
});

describe("sessions", () => {
  it("lists this one first and ends only one's own", async () => {
    const ben = await makeMember(db, ctx.community);
    const one = await enter();
    const two = await enter();
    await startSession(db, { communityId: ctx.community.id, memberId: ben.id }, device);
    const list = await listSessions(as(ann), sessionHash(one));
    expect(
      list.map(({ current, browser, system, network }) => [current, browser, system, network]),
    ).toEqual([
      [true, "Firefox", "Linux", "203.0.113.9"],
      [false, "Firefox", "Linux", "203.0.113.9"],
    ]);
    const other = list[1]?.id ?? "";
    await endOneSession(as(ben), other);
    expect(await whoIs(two)).toMatchObject({ id: ann.id });
    await endOneSession(as(ann), other);
    expect(await whoIs(two)).toMatchObject({ kind: "guest" });
    expect(await whoIs(one)).toMatchObject({ id: ann.id });
    await expect(listSessions(ctx, null)).rejects.toThrow(SignInNeededError);
  });

  it.each([
    ["without a visit", { expires_at: new Date(Date.now() - 1_000) }],
    ["long after signing in", { created_at: new Date(Date.now() - 181 * 86_400_000) }],
  ])("ends %s", async (_when, change) => {
    const cookie = await enter();
    await db
      .updateTable("member_session")
      .set(change)
      .where("community_id", "=", ctx.community.id)
      .execute();
    expect(await whoIs(cookie)).toMatchObject({ kind: "guest" });
  });

  it("signs out everywhere", async () => {
    const cookies = [await enter(), await enter(), await enter()];
    expect(await signOutEverywhere(as(ann))).toContain("Max-Age=0");
    for (const cookie of cookies) expect(await whoIs(cookie)).toMatchObject({ kind: "guest" });
  });
});

describe("findMember", () => {
  it("finds by look, and nothing for texts that can't be a handle", async () => {
    expect(await findMember(ctx, "ÁNN")).toMatchObject({ id: ann.id, handle: "ann" });
    for (const handle of ["", "nobody", "\u0000", "a\u202Enn\uD800", "%"]) {
      await expect(findMember(ctx, handle)).rejects.toThrow(NotFoundError);
    }
  });
});

describe("setRole", () => {
  it("changes a role and ends what was open", async () => {
    const admin = await makeMember(db, ctx.community, { role: "admin" });
    const cookie = await enter();
    await setRole(as(admin), { memberId: ann.id, role: "moderator" });
    expect(await whoIs(cookie)).toMatchObject({ kind: "guest" });
    expect((await findMember(ctx, "Ann")).role).toBe("moderator");
  });

  it("is for admins, not for oneself, not across communities", async () => {
    const admin = await makeMember(db, ctx.community, { role: "admin" });
    const moderator = await makeMember(db, ctx.community, { role: "moderator" });
    const foreign = await makeMember(db, await makeCommunity(db));
    const make = (actor: TestMember, memberId: number) =>
      setRole(as(actor), { memberId, role: "admin" });
    await expect(make(moderator, ann.id)).rejects.toThrow(ForbiddenError);
    await expect(make(admin, admin.id)).rejects.toThrow(ForbiddenError);
    await expect(make(admin, foreign.id)).rejects.toThrow(NotFoundError);
    await expect(setRole(ctx, { memberId: ann.id, role: "admin" })).rejects.toThrow(
      SignInNeededError,
    );
  });

  it("leaves an admin when two demote each other at once", async () => {
    for (let round = 0; round < 8; round += 1) {
      const community = await makeCommunity(db);
      const first = await makeMember(db, community, { role: "admin" });
      const second = await makeMember(db, community, { role: "admin" });
      const results = await Promise.allSettled([
        setRole({ ...ctx, community, actor: first }, { memberId: second.id, role: "member" }),
        setRole({ ...ctx, community, actor: second }, { memberId: first.id, role: "member" }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("updateProfile", () => {
  it("keeps a tidy name and bio", async () => {
    await updateProfile(as(ann), { name: " Ann  Lee ", bio: "One\u202E\r\n\n\n\n Two " });
    expect(await findMember(ctx, "ann")).toMatchObject({ name: "Ann Lee", bio: "One\n\nTwo" });
  });

  it("refuses a name of the team, but not a moderator's own", async () => {
    const dan = await makeMember(db, ctx.community, { role: "moderator", name: "Dan Okafor" });
    await expect(updateProfile(as(ann), { name: "Dаn Okafor", bio: "" })).rejects.toThrow(
      InvalidError,
    );
    await updateProfile(as(dan), { name: "Dan Okafor", bio: "Here to help." });
    await expect(updateProfile(as(ann), { name: "Ann", bio: "x".repeat(501) })).rejects.toThrow(
      InvalidError,
    );
  });
});
