import type { Ctx } from "#app/lib/ctx.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import { ForbiddenError, InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepAccount } from "./keep-account.server.ts";
import { parseEmail } from "./email-address.ts";
import { handleKey } from "./handle.ts";
import { verifyPassword } from "./password.server.ts";
import { endSession } from "./sessions/end-session.server.ts";
import { loadStanding } from "./standing.server.ts";
import { startSession, type Device } from "./sessions/start-session.server.ts";

/** What a typed login is looked up by: an address's key, or a handle's. */
function loginKey(login: string): { email: string } | { handle: string } {
  const text = login.replaceAll("\u0000", "").trim();
  if (!text.includes("@", 1)) return { handle: handleKey(text.replace(/^@/, "")) };
  return { email: parseEmail(text)?.key ?? text.toLowerCase() };
}

/** What wrong passwords for a typed login are counted by, whether or not it is somebody's. */
export function loginLimitKey(login: string): string {
  return Object.entries(loginKey(login)).flat().join(":");
}

/** Told only to whoever knows the password. Throws ForbiddenError while suspended or banned. */
async function assertLetIn(ctx: Ctx, memberId: number): Promise<void> {
  const { shutOut } = await loadStanding(ctx.db, ctx.community.id, memberId);
  if (!shutOut) return;
  if (shutOut.until === null) throw new ForbiddenError("banned", { key: "moderation.banned" });
  const until = formatTime(ctx.t, shutOut.until, ctx.now, ctx.community.timeZone).title;
  throw new ForbiddenError("suspended", { key: "moderation.suspended", params: { until } });
}

/**
 * Signs a member in by address or handle; gives the Set-Cookie value of a new session, which takes
 * the place of the one in `cookieHeader`. Signing in takes back that the account is to end (`kept`). Unknown members and wrong passwords are one InvalidError,
 * after the same work. Throws ForbiddenError while suspended or banned.
 */
export async function signIn(
  ctx: Ctx,
  input: { login: string; password: string; device: Device; cookieHeader: string | null },
): Promise<{ memberId: number; setCookie: string; kept: boolean }> {
  const key = loginKey(input.login);
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "password_hash", "erase_at"])
    .where("community_id", "=", ctx.community.id)
    .where((eb) =>
      "email" in key ? eb("email_key", "=", key.email) : eb("handle_key", "=", key.handle),
    )
    .executeTakeFirst();
  const right = await verifyPassword(member?.password_hash ?? null, input.password);
  if (!member || !right) throw new InvalidError({ login: { key: "account.signInWrong" } });
  await assertLetIn(ctx, member.id);
  const setCookie = await inTransaction(ctx.db, async (tx) => {
    await keepAccount(tx, ctx, member.id);
    await endSession(tx, ctx.community.id, input.cookieHeader);
    return startSession(tx, { communityId: ctx.community.id, memberId: member.id }, input.device);
  });
  return { memberId: member.id, setCookie, kept: member.erase_at !== null };
}
