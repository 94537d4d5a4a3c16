import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { noteMember } from "../keep-notes.server.ts";

/** Writes down something about a member, by handle. Throws InvalidError (note) and as `noteMember`. */
export async function noteOnMember(
  ctx: Ctx,
  { handle, note }: { handle: string; note: string },
): Promise<void> {
  const member = await ctx.db
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  if (!member) throw new NotFoundError();
  try {
    await noteMember(ctx, { memberId: member.id, text: note });
  } catch (error) {
    if (!(error instanceof InvalidError) || !error.fields.text) throw error;
    throw new InvalidError({ note: error.fields.text });
  }
}
