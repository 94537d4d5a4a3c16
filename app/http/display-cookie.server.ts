import { getEnv } from "#app/lib/env.server.ts";

/** How somebody wants pages shown in this browser; `theme: null` follows the system. */
export type Display = { theme: "light" | "dark" | null; shortcuts: boolean };

const MAX_AGE = 400 * 24 * 60 * 60;
const THEMES = ["system", "light", "dark"];

const secure = () => getEnv().publicUrl.protocol === "https:";
const cookieName = () => (secure() ? "__Host-porchlight-display" : "porchlight-display");

/**
 * The few words that stand for a choice: part of the guests' page cache's key, so that a cookie can
 * make no more than six variants of a page.
 */
export function displayKey({ theme, shortcuts }: Display): string {
  return `${theme ?? "system"}${shortcuts ? "" : "-nokeys"}`;
}

/** The choice in a Cookie header; the system's theme and shortcuts on where there is none. */
export function displayOf(cookieHeader: string | null): Display {
  const name = `${cookieName()}=`;
  const given = (cookieHeader ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  const [theme = "", keys] = (given ?? "").split("-", 2);
  return {
    theme: theme === "light" || theme === "dark" ? theme : null,
    shortcuts: !(THEMES.includes(theme) && keys === "nokeys"),
  };
}

/** Set-Cookie value that keeps a choice in this browser. */
export function displayCookie(display: Display): string {
  const attributes = `HttpOnly; Path=/; SameSite=Lax; Max-Age=${MAX_AGE}`;
  return `${cookieName()}=${displayKey(display)}; ${attributes}${secure() ? "; Secure" : ""}`;
}
