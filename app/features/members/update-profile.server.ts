import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import { BIO_MAX, checkName } from "./display-name.ts";
import { imitatesStaff } from "./imitates-staff.server.ts";
import { tidyLine } from "./one-line-text.ts";
import { requireMember } from "./require-member.ts";

/** Changes the actor's name and bio. Throws InvalidError by field. */
export async function updateProfile(ctx: Ctx, input: { name: string; bio: string }): Promise<void> {
  const actor = requireMember(ctx);
  const fields: FieldErrors = {};
  const name = checkName(input.name, ctx.community.name);
  if ("problem" in name) fields.name = name.problem;
  const bio = input.bio
    .split(/\r\n?|\n/)
    .map(tidyLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (Array.from(bio).length > BIO_MAX) {
    fields.bio = { key: "error.tooLong", params: { max: BIO_MAX } };
  }
  if ("problem" in name || fields.bio) throw new InvalidError(fields);
  const imitates = await imitatesStaff(ctx, { name: name.name, exceptId: actor.id });
  if (imitates.name) throw new InvalidError({ name: { key: "account.nameReserved" } });
  await ctx.db
    .updateTable("member")
    .set({ name: name.name, bio })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .execute();
}
