import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { getEnv } from "#app/lib/env.server.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { newToken } from "#app/lib/tokens.server.ts";
import type { EscalationSettingTable } from "#db/schema-escalation.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";

type Columns = Partial<{
  [K in Exclude<keyof EscalationSettingTable, "community_id">]: string | boolean | number | null;
}>;

async function keep(ctx: Ctx, columns: Columns): Promise<void> {
  const row = columns as { secret?: string; account_id?: number | null };
  await ctx.db
    .insertInto("escalation_setting")
    .values({ community_id: ctx.community.id, account_id: null, ...row })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet(row))
    .execute();
}

function readAddress(given: string, needed: boolean): string {
  const text = given.trim();
  if (text === "" && !needed) return "";
  const url = URL.parse(text);
  const open = getEnv().OUTSIDE_PRIVATE === "true";
  const fits = url && (url.protocol === "https:" || (open && url.protocol === "http:"));
  if (!fits || url.username !== "" || url.password !== "" || text.length > 500) {
    throw new InvalidError({ webhookUrl: { key: "escalation.urlBad" } });
  }
  return url.href;
}

/**
 * Sets where messages are posted to, and whether. The first time it makes the secret, which it gives once.
 * Throws InvalidError (webhookUrl), SignInNeededError, ForbiddenError.
 */
export async function setWebhook(
  ctx: Ctx,
  { on, url }: { on: boolean; url: string },
): Promise<{ secret: string | null }> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const webhookUrl = readAddress(url, on);
  const { secret: old } = await loadEscalationSettings(ctx.db, ctx.community.id);
  const secret = old === "" && webhookUrl !== "" ? newToken() : null;
  await keep(ctx, {
    webhook_on: on,
    webhook_url: webhookUrl,
    ...(secret === null ? {} : { secret }),
  });
  return { secret };
}

/** Makes another secret, which it gives once; the old one ends at once. Throws SignInNeededError, ForbiddenError. */
export async function rotateSecret(ctx: Ctx): Promise<{ secret: string }> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const secret = newToken();
  await keep(ctx, { secret });
  return { secret };
}

/** Sets whom mails go to, and whether. Throws InvalidError (mailTo), SignInNeededError, ForbiddenError. */
export async function setEscalationMail(
  ctx: Ctx,
  { on, to }: { on: boolean; to: string },
): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const address = to.trim();
  const fits = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,189}$/.test(address);
  if (!fits && (on || address !== "")) {
    throw new InvalidError({ mailTo: { key: "escalation.mailBad" } });
  }
  await keep(ctx, { mail_on: on, mail_to: address });
}

/** Sets in whose name answers are published; `null`: of whoever confirms. Throws InvalidError (account), SignInNeededError, ForbiddenError. */
export async function setAccount(
  ctx: Ctx,
  { memberId }: { memberId: number | null },
): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  if (memberId !== null) {
    const row = Number.isSafeInteger(memberId)
      ? await ctx.db
          .selectFrom("member")
          .select("id")
          .where("community_id", "=", ctx.community.id)
          .where("id", "=", memberId)
          .where("role", "in", ["moderator", "admin"])
          .executeTakeFirst()
      : undefined;
    if (!row) throw new InvalidError({ account: { key: "error.invalid" } });
  }
  await keep(ctx, { account_id: memberId });
}
