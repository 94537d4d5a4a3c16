import { getEnv } from "#app/lib/env.server.ts";

/** A guest's question waits under this secret; HttpOnly, and gone with the day. */
function cookieName(): string {
  return getEnv().publicUrl.protocol === "https:" ? "__Host-question" : "question";
}

function serialize(value: string, maxAge: number): string {
  const secure = getEnv().publicUrl.protocol === "https:" ? "; Secure" : "";
  return `${cookieName()}=${value}; HttpOnly; Path=/; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

/** Set-Cookie value that remembers a kept question for `seconds`. */
export function keptQuestionCookie(token: string, seconds: number): string {
  return serialize(token, seconds);
}

/** Set-Cookie value that forgets it. */
export function blankKeptQuestionCookie(): string {
  return serialize("", 0);
}

/** The secret in a Cookie header, or `null`. Never throws, whatever the header holds. */
export function readKeptQuestion(header: string | null): string | null {
  const name = `${cookieName()}=`;
  for (const part of (header ?? "").split(";")) {
    const cookie = part.trim();
    if (!cookie.startsWith(name)) continue;
    const value = cookie.slice(name.length);
    return /^[\w-]{43}$/.test(value) ? value : null;
  }
  return null;
}
