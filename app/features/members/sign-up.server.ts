import { publish } from "#app/events/publish.server.ts";
import { languageOf } from "#app/i18n/locales.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { assertNotBlocked } from "./blocked-addresses/assert-not-blocked.server.ts";
import { brokenConstraint } from "./broken-constraint.server.ts";
import { checkName } from "./display-name.ts";
import { parseEmail, type EmailAddress } from "./email-address.ts";
import { checkHandle, handleKeys } from "./handle.ts";
import { imitatesStaff } from "./imitates-staff.server.ts";
import { passwordProblem } from "./password-rules.ts";
import { hashPassword, verifyPassword } from "./password.server.ts";

export type SignUpInput = { name: string; handle: string; email: string; password: string };

type Clean = { name: string; handle: string; key: string; address: EmailAddress; password: string };

function check(input: SignUpInput, communityName: string): Clean {
  const fields: FieldErrors = {};
  const name = checkName(input.name, communityName);
  const handle = checkHandle(input.handle, communityName);
  const address = parseEmail(input.email);
  if ("problem" in name) fields.name = name.problem;
  if ("problem" in handle) fields.handle = handle.problem;
  if (!address) fields.email = { key: "account.emailShape" };
  const problem = passwordProblem(input.password, [
    input.email,
    input.email.split("@")[0] ?? "",
    input.handle,
    input.name,
    communityName,
  ]);
  if (problem) fields.password = problem;
  if ("problem" in name || "problem" in handle || !address || problem)
    throw new InvalidError(fields);
  return { ...name, ...handle, address, password: input.password };
}

/** True when this very sign-up was sent before: a double click must not read "that handle is taken". */
async function isRepeat(ctx: Ctx, clean: Clean): Promise<boolean> {
  const owner = await ctx.db
    .selectFrom("member")
    .select(["email_key", "password_hash"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", clean.key)
    .executeTakeFirst();
  const asked = owner ?? (await reservationOf(ctx, clean));
  const own = asked?.email_key === clean.address.key ? asked.password_hash : null;
  return verifyPassword(own, clean.password);
}

/** Who asked for the handle with an address that has an account already. */
function reservationOf(ctx: Ctx, clean: Clean) {
  return ctx.db
    .selectFrom("handle_reservation")
    .select(["email_key", "password_hash"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "in", handleKeys(clean.handle))
    .executeTakeFirst();
}

async function checkFree(ctx: Ctx, clean: Clean): Promise<"free" | "repeat"> {
  const taken = await ctx.db
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "in", handleKeys(clean.handle))
    .executeTakeFirst();
  if (taken || (await reservationOf(ctx, clean))) {
    if (await isRepeat(ctx, clean)) return "repeat";
    throw new InvalidError({ handle: { key: "account.handleTaken" } });
  }
  const imitates = await imitatesStaff(ctx, { handle: clean.handle, name: clean.name });
  const fields: FieldErrors = {};
  if (imitates.handle) fields.handle = { key: "account.handleTaken" };
  if (imitates.name) fields.name = { key: "account.nameReserved" };
  if (imitates.handle || imitates.name) throw new InvalidError(fields);
  return "free";
}

/** Without an actor: the mail that follows tells the owner of the address that there is an account. */
async function tellOwner(ctx: Ctx, clean: Clean, passwordHash: string): Promise<void> {
  const { address } = clean;
  await inTransaction(ctx.db, async (tx) => {
    // The handle is taken from now on, as it would be with an address we don't know.
    await tx
      .insertInto("handle_reservation")
      .values({
        community_id: ctx.community.id,
        handle_key: clean.key,
        email_key: address.key,
        password_hash: passwordHash,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const owner = await tx
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", ctx.community.id)
      .where("email_key", "=", address.key)
      .executeTakeFirst();
    if (!owner) return;
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: null,
      type: "member.verification_asked",
      payload: { memberId: owner.id },
    });
  });
}

async function join(ctx: Ctx, clean: Clean, passwordHash: string): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const member = await tx
      .insertInto("member")
      .values({
        community_id: ctx.community.id,
        handle: clean.handle,
        handle_key: clean.key,
        name: clean.name,
        email: clean.address.email,
        email_key: clean.address.key,
        password_hash: passwordHash,
        hue: avatarHue(clean.key),
        // Mails go by it: a job knows no browser to ask.
        locale: ctx.community.localeOpen ? languageOf(ctx.t.catalogue) : null,
        created_at: ctx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: member.id,
      type: "member.joined",
      payload: { memberId: member.id },
    });
    return member.id;
  });
}

/**
 * Makes an account, not signed in and with an unverified address, to which a link is mailed. An
 * address that has an account answers the same and is told so by mail. Gives the id of the account
 * that was made, `null` when none was: whoever signs up must not be told which. Throws InvalidError
 * by field.
 */
export async function signUp(ctx: Ctx, input: SignUpInput): Promise<number | null> {
  const clean = check(input, ctx.community.name);
  await assertNotBlocked(ctx, clean.address.email);
  if ((await checkFree(ctx, clean)) === "repeat") return null;
  // Before the address is looked at, so that known and unknown ones take the same time.
  const passwordHash = await hashPassword(clean.password);
  try {
    return await join(ctx, clean, passwordHash);
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === "member_email") {
      await tellOwner(ctx, clean, passwordHash);
      return null;
    }
    if (constraint === null) throw error;
    if (await isRepeat(ctx, clean)) return null;
    throw new InvalidError({ handle: { key: "account.handleTaken" } });
  }
}
