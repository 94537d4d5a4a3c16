import { languageOf, localeOf } from "#app/i18n/locales.ts";
import { negotiateLanguage } from "#app/i18n/negotiate-language.ts";
import type { Actor, Community } from "#app/lib/ctx.ts";
import { readLanguageCookie } from "./language-cookie.server.ts";

type Languages = Pick<Community, "locale" | "localeOpen">;

/**
 * The locale a guest's page is written in: the community's, or where it leaves that open what the
 * guest chose in the foot of a page, else what their browser asks for. Nothing else of a request
 * changes it, so it stands for the request's language in the key of the guests' pages.
 */
export function guestLocale(community: Languages, headers: Headers): string {
  if (!community.localeOpen) return community.locale;
  const chosen = readLanguageCookie(headers.get("cookie"));
  if (chosen) return chosen;
  const own = languageOf(localeOf(community.locale)) ?? "en";
  return negotiateLanguage(headers.get("accept-language"), own);
}

/** The locale of a page: the member's own choice, else as for a guest. */
export function pageLocale(community: Languages, actor: Actor, headers: Headers): string {
  const own = actor.kind === "member" ? languageOf(actor.locale) : null;
  return own ?? guestLocale(community, headers);
}
