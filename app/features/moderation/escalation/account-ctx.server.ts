import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { POWERS } from "#app/lib/powers.ts";

/** The context of the staff account that answers are published as; `null` without one that may. */
export async function accountCtx(ctx: Ctx, accountId: number | null): Promise<Ctx | null> {
  if (accountId === null) return null;
  const row = await ctx.db
    .selectFrom("member as m")
    .select(["m.id", "m.handle", "m.name", "m.role", "m.locale"])
    .where("m.community_id", "=", ctx.community.id)
    .where("m.id", "=", accountId)
    .where("m.role", "in", ["moderator", "admin"])
    .where("m.email_verified_at", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("sanction as s")
            .select("s.id")
            .whereRef("s.community_id", "=", "m.community_id")
            .whereRef("s.member_id", "=", "m.id")
            .where("s.kind", "<>", "warn")
            .where("s.ended_by", "is", null)
            .where((or) => or.or([or("s.ends_at", "is", null), or("s.ends_at", ">", ctx.now)])),
        ),
      ),
    )
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...ctx,
    t: translatorOf(ctx.community.locale),
    actor: {
      ...row,
      kind: "member",
      verified: true,
      rank: { index: 0, key: "" },
      powers: new Set(POWERS),
    },
  };
}
