import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import { askPasswordReset } from "#app/features/members/ask-password-reset.server.ts";
import { askVerification } from "#app/features/members/ask-verification.server.ts";
import { changeEmail } from "#app/features/members/change-email.server.ts";
import { changePassword } from "#app/features/members/change-password.server.ts";
import { getOwnAccount } from "#app/features/members/get-own-account.server.ts";
import { hashPassword } from "#app/features/members/password.server.ts";
import { canResetPassword, resetPassword } from "#app/features/members/reset-password.server.ts";
import { currentMember } from "#app/features/members/sessions/current-member.server.ts";
import { signIn } from "#app/features/members/sign-in.server.ts";
import { signUp } from "#app/features/members/sign-up.server.ts";
import { canVerifyEmail, verifyEmail } from "#app/features/members/verify-email.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AppError, InvalidError } from "#app/lib/errors.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import { mailPasswordChanged } from "./mail-password-changed.server.ts";
import { mailPasswordReset } from "./mail-password-reset.server.ts";
import { mailVerification } from "./mail-verification.server.ts";

const { db } = await cloneDatabase();
const PASSWORD = "correct horse battery";
const stored = await hashPassword(PASSWORD);
const device = { userAgent: "", network: "" };

let ctx: Ctx;
let ann: TestMember;

beforeEach(async () => {
  ctx = makeCtx(db, await makeCommunity(db, { name: "Larkfield" }));
  ann = await makeMember(db, ctx.community, { handle: "ann", email: "ann@example.com" });
  await db
    .updateTable("member")
    .set({ password_hash: stored })
    .where("community_id", "=", ctx.community.id)
    .execute();
});

const as = (actor: TestMember): Ctx => ({ ...ctx, actor });

async function runAll(): Promise<void> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", ctx.community.id)
    .orderBy("created_at")
    .execute();
  for (const row of rows) {
    const event = {
      id: row.id,
      communityId: row.community_id,
      type: row.type,
      payload: row.payload,
      actorId: row.actor_id,
      createdAt: row.created_at,
    } as AppEvent;
    if (event.type === "member.password_reset_asked") await mailPasswordReset(ctx, event);
    if (event.type === "member.password_changed") await mailPasswordChanged(ctx, event);
    if (
      event.type === "member.joined" ||
      event.type === "member.verification_asked" ||
      event.type === "member.email_changed"
    ) {
      await mailVerification(ctx, event);
    }
  }
}

const mails = (community = ctx.community) =>
  db
    .selectFrom("mail")
    .selectAll()
    .where("community_id", "=", community.id)
    .orderBy("id")
    .execute();

/** Runs every subscriber twice; gives the mails. */
async function deliver() {
  await runAll();
  await runAll();
  return mails();
}

const tokenIn = (text: string | undefined) => /token=([\w-]{43})/.exec(text ?? "")?.[1] ?? "";

async function statusOf(work: Promise<unknown>): Promise<{ status: number; key: string } | "done"> {
  return work.then(
    () => "done" as const,
    (error: unknown) => {
      expect(error).toBeInstanceOf(AppError);
      const { status, publicMessage } = error as AppError;
      return { status, key: publicMessage.key };
    },
  );
}

const ENDED = { status: 410, key: "account.linkEnded" };

async function resetToken(): Promise<string> {
  await askPasswordReset(ctx, { email: "ann@example.com" });
  return tokenIn((await deliver()).at(-1)?.text);
}

async function join(): Promise<string> {
  const input = { name: "Ben", handle: "ben", email: "ben@example.com", password: PASSWORD };
  await signUp(ctx, input);
  return tokenIn((await deliver()).at(-1)?.text);
}

const enter = async (login: string, password = PASSWORD) =>
  (await signIn(ctx, { login, password, device, cookieHeader: null })).setCookie.split(";")[0] ??
  "";

const emailOf = async (memberId: number) =>
  db
    .selectFrom("member")
    .select(["email", "email_verified_at"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .executeTakeFirstOrThrow();

describe("verification", () => {
  it("mails one link when the job runs twice, and queues one sending", async () => {
    const token = await join();
    const [mail, ...rest] = await mails();
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      to_address: "ben@example.com",
      subject: "Verify your address for Larkfield",
    });
    expect(mail?.html).toContain(`${ctx.community.baseUrl}/verify?token=${token}`);
    expect(await canVerifyEmail(ctx, token)).toBe(true);
    const tokens = await db
      .selectFrom("member_token")
      .selectAll()
      .where("community_id", "=", ctx.community.id)
      .execute();
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.token_hash).toBe(hashToken(token));
    // What the database holds in its place is no credential.
    expect(await statusOf(verifyEmail(ctx, tokens[0]?.token_hash ?? ""))).toEqual(ENDED);
  });

  it("works once, of fifty at once", async () => {
    const token = await join();
    const results = await Promise.all(
      Array.from({ length: 50 }, () => statusOf(verifyEmail(ctx, token))),
    );
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(results.filter((result) => result !== "done")).toEqual(Array(49).fill(ENDED));
    const cookie = await enter("ben");
    expect(await currentMember(db, ctx.community, cookie)).toMatchObject({ verified: true });
  });

  it("looking changes nothing", async () => {
    const token = await join();
    for (let round = 0; round < 5; round += 1) expect(await canVerifyEmail(ctx, token)).toBe(true);
    expect(await statusOf(verifyEmail(ctx, token))).toBe("done");
    expect(await canVerifyEmail(ctx, token)).toBe(false);
  });

  it("refuses expired, foreign, wrong-purpose and made-up links alike", async () => {
    const token = await join();
    const later = { ...ctx, now: new Date(Date.now() + 73 * 60 * 60 * 1_000) };
    expect(await statusOf(verifyEmail(later, token))).toEqual(ENDED);
    const foreign = { ...ctx, community: await makeCommunity(db) };
    expect(await statusOf(verifyEmail(foreign, token))).toEqual(ENDED);
    expect(await statusOf(resetPassword(ctx, { token, password: "a new long one" }))).toEqual(
      ENDED,
    );
    for (const made of ["", "x", "\u0000", "a".repeat(43)]) {
      expect(await statusOf(verifyEmail(ctx, made))).toEqual(ENDED);
    }
    expect(await statusOf(verifyEmail(ctx, token))).toBe("done");
  });

  it("is sent again on request, which ends the older link", async () => {
    const first = await join();
    const cookie = await enter("ben");
    const ben = (await currentMember(db, ctx.community, cookie)) as TestMember;
    await askVerification(as(ben));
    const second = tokenIn((await deliver()).at(-1)?.text);
    expect(second).not.toBe(first);
    expect(await statusOf(verifyEmail(ctx, first))).toEqual(ENDED);
    expect(await statusOf(verifyEmail(ctx, second))).toBe("done");
    await askVerification(as({ ...ben, verified: true }));
    expect(await deliver()).toHaveLength(2);
  });

  it("tells the owner of an address that somebody signed up with it", async () => {
    await signUp(ctx, {
      name: "X",
      handle: "xerxes",
      email: "ANN@example.com",
      password: PASSWORD,
    });
    const [mail, ...rest] = await deliver();
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      to_address: "ann@example.com",
      subject: "You already have an account at Larkfield",
    });
    expect(tokenIn(mail?.text)).toBe("");
  });
});

describe("password reset", () => {
  it("is silent about addresses without an account", async () => {
    expect(await askPasswordReset(ctx, { email: "ann@example.com" })).toBeUndefined();
    expect(await askPasswordReset(ctx, { email: "nobody@example.com" })).toBeUndefined();
    expect(await deliver()).toHaveLength(1);
  });

  it("sets the password once, ends every session, and says so by mail", async () => {
    const cookies = [await enter("ann"), await enter("ann")];
    const token = await resetToken();
    const password = "another long password";
    const results = await Promise.all(
      Array.from({ length: 50 }, () => statusOf(resetPassword(ctx, { token, password }))),
    );
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(results.filter((result) => result !== "done")).toEqual(Array(49).fill(ENDED));
    for (const cookie of cookies) {
      expect(await currentMember(db, ctx.community, cookie)).toMatchObject({ kind: "guest" });
    }
    await expect(enter("ann")).rejects.toThrow(InvalidError);
    await enter("ann", password);
    expect((await deliver()).map(({ subject }) => subject)).toEqual([
      "Set a new password for Larkfield",
      "Your password at Larkfield was changed",
    ]);
  });

  it("keeps the link for a second try after a refused password", async () => {
    const token = await resetToken();
    const weak = resetPassword(ctx, { token, password: "ann@example.com" });
    await expect(weak).rejects.toThrow(InvalidError);
    expect(await canResetPassword(ctx, token)).toBe(true);
    expect(await statusOf(resetPassword(ctx, { token, password: "a new long one" }))).toBe("done");
  });

  it("refuses expired, foreign, older and reused links alike", async () => {
    const password = "a new long one";
    const older = await resetToken();
    const token = await resetToken();
    const later = { ...ctx, now: new Date(Date.now() + 61 * 60 * 1_000) };
    const foreign = { ...ctx, community: await makeCommunity(db) };
    expect(await statusOf(resetPassword(ctx, { token: older, password }))).toEqual(ENDED);
    expect(await statusOf(resetPassword(later, { token, password }))).toEqual(ENDED);
    expect(await statusOf(resetPassword(foreign, { token, password }))).toEqual(ENDED);
    expect(await statusOf(verifyEmail(ctx, token))).toEqual(ENDED);
    expect(await statusOf(resetPassword(ctx, { token, password }))).toBe("done");
    expect(await statusOf(resetPassword(ctx, { token, password }))).toEqual(ENDED);
  });

  it("verifies the address it was mailed to", async () => {
    await db
      .updateTable("member")
      .set({ email_verified_at: null })
      .where("community_id", "=", ctx.community.id)
      .execute();
    await resetPassword(ctx, { token: await resetToken(), password: "a new long one" });
    expect((await emailOf(ann.id)).email_verified_at).not.toBeNull();
  });

  it("refuses a link mailed before the address changed", async () => {
    const token = await resetToken();
    await db
      .updateTable("member")
      .set({ email: "new@example.com", email_key: "new@example.com" })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", ann.id)
      .execute();
    expect(await canResetPassword(ctx, token)).toBe(false);
    expect(await statusOf(resetPassword(ctx, { token, password: "a new long one" }))).toEqual(
      ENDED,
    );
  });
});

describe("changes in the settings", () => {
  it("changes the password, keeps this device with a new session, ends the others", async () => {
    const other = await enter("ann");
    const token = await resetToken();
    const input = { currentPassword: PASSWORD, password: "another long password", device };
    const cookie = (await changePassword(as(ann), input)).split(";")[0] ?? "";
    expect(await currentMember(db, ctx.community, cookie)).toMatchObject({ id: ann.id });
    expect(await currentMember(db, ctx.community, other)).toMatchObject({ kind: "guest" });
    expect(await canResetPassword(ctx, token)).toBe(false);
    await expect(changePassword(as(ann), input)).rejects.toThrow(InvalidError);
    expect((await deliver()).at(-1)?.subject).toBe("Your password at Larkfield was changed");
  });

  it("moves the address once its link is followed, and tells the old one", async () => {
    const reset = await resetToken();
    const input = { email: "New@Example.com", currentPassword: PASSWORD };
    await changeEmail(as(ann), input);
    expect(await emailOf(ann.id)).toMatchObject({ email: "ann@example.com" });
    expect(await getOwnAccount(as(ann))).toMatchObject({ pendingEmail: "New@example.com" });
    const [, link, notice, ...rest] = await deliver();
    expect(rest).toEqual([]);
    expect(link?.to_address).toBe("New@example.com");
    expect(notice?.to_address).toBe("ann@example.com");
    expect(tokenIn(notice?.text)).toBe("");
    await verifyEmail(ctx, tokenIn(link?.text));
    expect(await emailOf(ann.id)).toMatchObject({ email: "New@example.com" });
    expect(await canResetPassword(ctx, reset)).toBe(false);
    expect(await statusOf(verifyEmail(ctx, tokenIn(link?.text)))).toEqual(ENDED);
    await enter("new@example.com");
  });

  it("needs the password, and a password reset stops the move", async () => {
    const wrong = changeEmail(as(ann), { email: "new@example.com", currentPassword: "nope" });
    await expect(wrong).rejects.toThrow(InvalidError);
    await changeEmail(as(ann), { email: "new@example.com", currentPassword: PASSWORD });
    const token = tokenIn((await deliver())[0]?.text);
    await resetPassword(ctx, { token: await resetToken(), password: "a new long one" });
    expect(await statusOf(verifyEmail(ctx, token))).toEqual(ENDED);
    expect(await emailOf(ann.id)).toMatchObject({ email: "ann@example.com" });
  });

  it("does not say that an address has an account, and never takes it", async () => {
    const eve = await makeMember(db, ctx.community, { email: "eve@example.com" });
    await changeEmail(as(ann), { email: "EVE@example.com", currentPassword: PASSWORD });
    const [known] = await deliver();
    expect(known).toMatchObject({ to_address: "EVE@example.com", member_id: eve.id });
    expect(tokenIn(known?.text)).toBe("");

    await changeEmail(as(ann), { email: "late@example.com", currentPassword: PASSWORD });
    const link = (await deliver()).find(({ to_address: to }) => to === "late@example.com");
    await makeMember(db, ctx.community, { email: "late@example.com" });
    expect(await statusOf(verifyEmail(ctx, tokenIn(link?.text)))).toEqual({
      status: 409,
      key: "account.emailInUse",
    });
    expect(await emailOf(ann.id)).toMatchObject({ email: "ann@example.com" });
  });
});
