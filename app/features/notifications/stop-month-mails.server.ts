import type { Ctx } from "#app/lib/ctx.ts";
import { hashToken } from "#app/lib/tokens.server.ts";

type Link = Pick<Ctx, "db" | "community">;

/** Whether the link of a monthly mail belongs to an account. */
export async function canStopMonthMails({ db, community }: Link, token: string): Promise<boolean> {
  const row = await db
    .selectFrom("month_mail")
    .select("member_id")
    .where("community_id", "=", community.id)
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends the monthly mails of the member whose mail held the link, also of an old one and again; false
 * when there is no such account. Who has the link needs not be signed in.
 */
export async function stopMonthMails({ db, community }: Link, token: string): Promise<boolean> {
  const done = await db
    .updateTable("member")
    .set({ month_mails: false })
    .where("community_id", "=", community.id)
    .where("id", "in", (query) =>
      query
        .selectFrom("month_mail")
        .select("member_id")
        .where("community_id", "=", community.id)
        .where("token_hash", "=", hashToken(token)),
    )
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
