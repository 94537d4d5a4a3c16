import { languageOf, type Language } from "#app/i18n/locales.ts";
import { getEnv } from "#app/lib/env.server.ts";

const MAX_AGE = 400 * 24 * 60 * 60;

function cookieName(): string {
  const secure = getEnv().publicUrl.protocol === "https:";
  return secure ? "__Host-porchlight-language" : "porchlight-language";
}

/** Set-Cookie value that keeps a guest's choice of language; `null` forgets it. */
export function languageCookie(language: Language | null): string {
  const secure = getEnv().publicUrl.protocol === "https:" ? "; Secure" : "";
  const age = language === null ? 0 : MAX_AGE;
  return `${cookieName()}=${language ?? ""}; HttpOnly; Path=/; SameSite=Lax; Max-Age=${age}${secure}`;
}

/** The language a guest chose, of a Cookie header; `null` without a choice. Never throws. */
export function readLanguageCookie(header: string | null): Language | null {
  const name = `${cookieName()}=`;
  for (const part of (header ?? "").split(";")) {
    const cookie = part.trim();
    if (cookie.startsWith(name)) return languageOf(cookie.slice(name.length));
  }
  return null;
}
