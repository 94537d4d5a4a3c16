import { languageOf } from "#app/i18n/locales.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { requireMember } from "./require-member.ts";

/**
 * Keeps the language the actor reads in, for their pages and mails; `""` leaves it to the community
 * or the browser again. Throws InvalidError for a language we don't have.
 */
export async function chooseLanguage(ctx: Ctx, choice: string): Promise<void> {
  const { id } = requireMember(ctx);
  const language = languageOf(choice);
  if (language === null && choice !== "") {
    throw new InvalidError({ language: { key: "language.unknown" } });
  }
  await ctx.db
    .updateTable("member")
    .set({ locale: language })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", id)
    .execute();
}
