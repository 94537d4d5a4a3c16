import { getEnv } from "#app/lib/env.server.ts";
import { newToken } from "#app/lib/tokens.server.ts";

/**
 * A guest's visit: a random name that ends with the browser's session, made only when they say
 * whether an answer helped, so that they say it once. Not read for anything else.
 */
export function visitOf(cookieHeader: string | null): { id: string; cookie: string } {
  const secure = getEnv().publicUrl.protocol === "https:";
  const name = secure ? "__Host-porchlight-visit" : "porchlight-visit";
  const given = (cookieHeader ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const id = given && /^[\w-]{43}$/.test(given) ? given : newToken();
  return {
    id,
    cookie: `${name}=${id}; HttpOnly; Path=/; SameSite=Lax${secure ? "; Secure" : ""}`,
  };
}
