import { allowsOrigin } from "#app/features/communities/list-origins.server.ts";
import type { Community } from "#app/lib/ctx.ts";
import { getConnection } from "./database.server.ts";

const API = /^\/api\/v1\//;
const VARY = ["Origin", "Sec-Fetch-Site"];
const PREFLIGHT_VARY = ["Access-Control-Request-Method", "Access-Control-Request-Headers"];
/** Seconds for which a browser needs not ask again. */
const MAX_AGE = "600";

/** Whether a page of another site sends this, as far as the request says. */
function isForeign(request: Request, origin: string | null): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  if (origin === null) return false;
  const host = request.headers.get("host") ?? "";
  return origin !== `http://${host}` && origin !== `https://${host}`;
}

function addVary(headers: Headers, names: string[]): void {
  const known = (headers.get("vary") ?? "").toLowerCase().split(/\s*,\s*/);
  for (const name of names) if (!known.includes(name.toLowerCase())) headers.append("Vary", name);
}

function preflight(allowed: boolean, origin: string | null): Response {
  const headers = new Headers({ Allow: "GET, HEAD, OPTIONS", "Cache-Control": "no-store" });
  if (allowed && origin) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Methods", "GET, HEAD");
    headers.set("Access-Control-Max-Age", MAX_AGE);
  }
  addVary(headers, [...VARY, ...PREFLIGHT_VARY]);
  return new Response(null, { status: 204, headers });
}

/**
 * Answers a request for the API as other sites' pages may have it: the community's allowed origins can
 * read the answer, by exact comparison; whatever comes from another site is a guest's, also with a
 * cookie. Anything else goes on as it is. Source: Fetch standard, CORS protocol.
 */
export async function answerCrossOrigin(
  request: Request,
  community: Pick<Community, "id">,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (!API.test(new URL(request.url).pathname)) return answer(request);
  const origin = request.headers.get("origin");
  const foreign = isForeign(request, origin);
  const allowed =
    foreign && origin !== null && (await allowsOrigin(getConnection().db, community.id, origin));
  if (request.method === "OPTIONS") return preflight(allowed, origin);
  if (foreign) {
    request.headers.delete("cookie");
    request.headers.delete("authorization");
  }
  const response = await answer(request);
  const headers = new Headers(response.headers);
  if (foreign) headers.delete("set-cookie");
  addVary(headers, VARY);
  if (allowed && origin) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Expose-Headers", "Retry-After");
  }
  return new Response(response.body, { status: response.status, headers });
}
