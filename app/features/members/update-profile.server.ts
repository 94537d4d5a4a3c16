import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError, InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import type { Audience } from "#db/schema.ts";
import { BIO_MAX, checkName, PRODUCTS } from "./display-name.ts";
import { imitatesStaff } from "./imitates-staff.server.ts";
import { tidyLine } from "./one-line-text.ts";
import { requireMember } from "./require-member.ts";

export type UpdateProfile = {
  name: string;
  bio: string;
  /** One a line; what is left out stays as it is. */
  products?: string | undefined;
  showProducts?: Audience | undefined;
  showActivity?: Audience | undefined;
};

/** Lines → products, each once. Throws InvalidError when they are too many or too long. */
function readProducts(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).map(tidyLine);
  const products = [...new Set(lines.filter((line) => line !== ""))];
  const { count, length } = PRODUCTS;
  if (products.length > count) {
    throw new InvalidError({
      products: { key: "profile.tooManyProducts", params: { max: count } },
    });
  }
  if (products.some((product) => Array.from(product).length > length)) {
    throw new InvalidError({
      products: { key: "profile.productTooLong", params: { max: length } },
    });
  }
  return products;
}

type Texts = { name: string; bio: string; products: string[] | undefined };

/** Whoever may not write changes no text on their profile either, only who sees it. */
async function assertMayWrite(ctx: Ctx, actorId: number, texts: Texts): Promise<void> {
  const is = await ctx.db
    .selectFrom("member")
    .select(["name", "bio", "products"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actorId)
    .executeTakeFirstOrThrow();
  const { products = is.products } = texts;
  const same = texts.name === is.name && texts.bio === is.bio;
  if (same && products.join("\n") === is.products.join("\n")) return;
  throw new ForbiddenError("silenced", { key: "moderation.silenced" });
}

/**
 * Changes what others see of the actor, and who sees it. Throws InvalidError by field, ForbiddenError
 * while silenced.
 */
export async function updateProfile(ctx: Ctx, input: UpdateProfile): Promise<void> {
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
  const products = input.products === undefined ? undefined : readProducts(input.products);
  if (actor.silenced) await assertMayWrite(ctx, actor.id, { name: name.name, bio, products });
  const imitates = await imitatesStaff(ctx, { name: name.name, exceptId: actor.id });
  if (imitates.name) throw new InvalidError({ name: { key: "account.nameReserved" } });
  await ctx.db
    .updateTable("member")
    .set({
      name: name.name,
      bio,
      products,
      show_products: input.showProducts,
      show_activity: input.showActivity,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .execute();
}
