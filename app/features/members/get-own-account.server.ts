import type { Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import type { Audience } from "#db/schema.ts";
import { requireMember } from "./require-member.ts";

export type OwnAccountView = {
  handle: string;
  name: string;
  bio: string;
  /** One a line. */
  products: string;
  showProducts: Audience;
  showActivity: Audience;
  email: string;
  verified: boolean;
  /** The address waiting for its link to be followed. */
  pendingEmail: string | null;
};

/** What the actor's settings pages show. */
export async function getOwnAccount(ctx: Ctx): Promise<OwnAccountView> {
  const actor = requireMember(ctx);
  const row = await ctx.db
    .selectFrom("member as m")
    .select(["m.handle", "m.name", "m.bio", "m.email", "m.email_verified_at"])
    .select(["m.products", "m.show_products", "m.show_activity"])
    .select((eb) =>
      eb
        .selectFrom("member_token as t")
        .select("t.email")
        .whereRef("t.community_id", "=", "m.community_id")
        .whereRef("t.member_id", "=", "m.id")
        .where("t.purpose", "=", "change_email")
        .where("t.used_at", "is", null)
        .where("t.expires_at", ">", ctx.now)
        .limit(1)
        .as("pending_email"),
    )
    .where("m.community_id", "=", ctx.community.id)
    .where("m.id", "=", actor.id)
    .executeTakeFirst();
  if (!row) throw new SignInNeededError();
  return {
    handle: row.handle,
    name: row.name,
    bio: row.bio,
    products: row.products.join("\n"),
    showProducts: row.show_products,
    showActivity: row.show_activity,
    email: row.email ?? "",
    verified: row.email_verified_at !== null,
    pendingEmail: row.pending_email,
  };
}
