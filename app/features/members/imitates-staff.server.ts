import type { Ctx } from "#app/lib/ctx.ts";
import { strictLooksOf } from "./look-alikes.ts";

/**
 * Which of a handle and a name could be taken for those of a moderator or admin other than
 * `exceptId`. A full look at the few staff rows: a key column can't hold so strict a likeness, since
 * ordinary members may well be called `ann1` and `annl`.
 */
export async function imitatesStaff(
  ctx: Pick<Ctx, "db" | "community">,
  given: { handle?: string; name?: string; exceptId?: number },
): Promise<{ handle: boolean; name: boolean }> {
  const staff = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("role", "in", ["moderator", "admin"])
    .execute();
  const others = staff.filter((member) => member.id !== given.exceptId);
  const like = (text: string | undefined, known: string[]) => {
    const looks = new Set(text === undefined ? [] : strictLooksOf(text));
    return known.some((one) => strictLooksOf(one).some((look) => looks.has(look)));
  };
  return {
    handle: like(
      given.handle,
      others.map((member) => member.handle),
    ),
    name: like(
      given.name,
      others.map((member) => member.name),
    ),
  };
}
