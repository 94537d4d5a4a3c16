import { getEnv } from "#app/lib/env.server.ts";
import { hashToken } from "#app/lib/tokens.server.ts";

const MAX_AGE = 400 * 24 * 60 * 60;

/**
 * `__Host-` where the community is served over https; browsers refuse that prefix over plain http,
 * which only a local demo uses.
 */
function secure(): boolean {
  return getEnv().publicUrl.protocol === "https:";
}

function cookieName(): string {
  return secure() ? "__Host-porchlight" : "porchlight";
}

function serialize(value: string, maxAge: number): string {
  const attributes = `HttpOnly; Path=/; SameSite=Lax; Max-Age=${maxAge}`;
  return `${cookieName()}=${value}; ${attributes}${secure() ? "; Secure" : ""}`;
}

/** The session id in a Cookie header, or `null`. Never throws, whatever the header holds. */
export function readSessionCookie(header: string | null): string | null {
  const name = `${cookieName()}=`;
  for (const part of (header ?? "").split(";")) {
    const cookie = part.trim();
    if (!cookie.startsWith(name)) continue;
    const value = cookie.slice(name.length);
    return /^[a-z0-9]{20,64}$/.test(value) ? value : null;
  }
  return null;
}

/** What a session is listed by, of the session in a Cookie header; `null` without one. */
export function sessionHash(header: string | null): string | null {
  const sessionId = readSessionCookie(header);
  return sessionId ? hashToken(sessionId) : null;
}

/** True when a request may belong to a member: its page must not come from the guests' cache. */
export function hasSessionCookie(header: string | null): boolean {
  return header !== null && header.includes(`${cookieName()}=`);
}

/** Set-Cookie value that keeps a session. */
export function sessionCookie(sessionId: string): string {
  return serialize(sessionId, MAX_AGE);
}

/** Set-Cookie value that forgets the session. */
export function blankSessionCookie(): string {
  return serialize("", 0);
}
