import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export type OutboxItem = { id: number; to: string; subject: string; createdAt: Date };

const SHOWN = 100;

/** The newest mails of the community. */
export async function listOutbox(ctx: Ctx): Promise<OutboxItem[]> {
  const rows = await ctx.db
    .selectFrom("mail")
    .select(["id", "to_address", "subject", "created_at"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    createdAt: row.created_at,
  }));
}

/** One mail of the community with its text. Throws NotFoundError. */
export async function readOutboxMail(ctx: Ctx, id: number): Promise<OutboxItem & { text: string }> {
  const row = await ctx.db
    .selectFrom("mail")
    .select(["id", "to_address", "subject", "text", "created_at"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return {
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    text: row.text,
    createdAt: row.created_at,
  };
}
