import { languageOf } from "#app/i18n/locales.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** The context to write to a member in: in the language they chose, else in the community's. */
export function forReader(ctx: Ctx, reader: { locale: string | null }): Ctx {
  return { ...ctx, t: translatorOf(languageOf(reader.locale) ?? ctx.community.locale) };
}
