import { requireMember } from "#app/features/members/require-member.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export type ExportItem = { id: number; asked: TimeText; ready: boolean; until: TimeText };

/** The actor's exports that haven't run out, newest first. Throws SignInNeededError. */
export async function listExports(ctx: Ctx): Promise<ExportItem[]> {
  const actor = requireMember(ctx);
  const rows = await ctx.db
    .selectFrom("member_export")
    .select(["id", "asked_at", "ready_at", "expires_at"])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .where("expires_at", ">", ctx.now)
    .orderBy("id", "desc")
    .execute();
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  return rows.map((row) => ({
    id: row.id,
    asked: time(row.asked_at),
    ready: row.ready_at !== null,
    until: time(row.expires_at),
  }));
}

/** One of the actor's own exports as JSON. Throws NotFoundError, SignInNeededError. */
export async function readExport(ctx: Ctx, exportId: number): Promise<string> {
  const actor = requireMember(ctx);
  const row = await ctx.db
    .selectFrom("member_export")
    .select("body")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .where("id", "=", exportId)
    .where("expires_at", ">", ctx.now)
    .executeTakeFirst();
  if (!row?.body) throw new NotFoundError();
  return row.body;
}
