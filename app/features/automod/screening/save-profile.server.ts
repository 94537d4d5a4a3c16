import { publish } from "#app/events/publish.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { updateProfile, type UpdateProfile } from "#app/features/members/update-profile.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { assertMayPass } from "./assert-may-pass.ts";
import { keepScreening } from "./keep-screening.server.ts";
import { screen, type Written } from "./screen.server.ts";

export type SaveProfile = UpdateProfile & {
  /** What an AdviceError gave, to save it in spite of it. */
  asItIs?: string | undefined;
};

type Shown = { name: string; bio: string; products: string };

const writtenOf = ({ name, bio, products }: Shown): Written => ({
  surface: "profile",
  title: name,
  text: [bio.replaceAll("\r\n", "\n").trim(), products.trim()].filter(Boolean).join("\n\n"),
  links: [],
});

/**
 * Changes what others see of the actor, once automod has looked at it. Nothing of a profile is held:
 * what would be is saved, and staff are asked to look at the member. Throws InvalidError by field,
 * AdviceError, SignInNeededError.
 */
export async function saveProfile(ctx: Ctx, { asItIs, ...input }: SaveProfile): Promise<void> {
  const actor = requireMember(ctx);
  const before = await ctx.db
    .selectFrom("member")
    .select(["name", "bio", "products"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .executeTakeFirstOrThrow();
  const old: Shown = { ...before, products: before.products.join("\n") };
  const screening = await screen(ctx, {
    place: null,
    written: writtenOf({
      name: input.name,
      bio: input.bio,
      products: input.products ?? old.products,
    }),
    before: writtenOf(old),
  });
  assertMayPass(screening, asItIs, ["name", "bio"]);
  await inTransaction(ctx.db, async (tx) => {
    await updateProfile({ ...ctx, db: tx }, input);
    const screeningId = await keepScreening(tx, ctx, { postId: null, screening });
    if (screeningId === null || screening.verdict !== "hold") return;
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "member.profile_flagged",
      payload: { memberId: actor.id, screeningId },
    });
  });
}
