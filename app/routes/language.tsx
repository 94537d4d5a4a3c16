import { redirect } from "@remix-run/node";
import { chooseLanguage } from "#app/features/members/choose-language.server.ts";
import { languageCookie } from "#app/http/language-cookie.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { returnPath } from "#app/http/return-path.ts";
import { languageOf } from "#app/i18n/locales.ts";

/** A link or a prefetch changes nobody's language. */
export const loader = page(() => Promise.reject(redirect("/")));

/** The choice in the foot of a page: a guest's is kept in their browser, a member's with them. */
export const action = form(async (ctx, fields) => {
  const language = languageOf(fields.get("language"));
  const to = fields.get("to");
  const back = returnPath(typeof to === "string" ? to : null);
  if (ctx.actor.kind === "member") {
    if (language) await chooseLanguage(ctx, language);
    return redirect(back);
  }
  return redirect(back, { headers: { "Set-Cookie": languageCookie(language) } });
});

export default function LanguageChosen() {
  return null;
}
