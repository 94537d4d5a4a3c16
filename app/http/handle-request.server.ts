import { randomUUID } from "node:crypto";
import { loadLogo } from "#app/features/communities/load-logo.server.ts";
import { loadThemeCss } from "#app/features/communities/load-theme-css.server.ts";
import { findCommunityByHost } from "#app/features/communities/load-community.server.ts";
import { hasSessionCookie } from "#app/features/members/sessions/session-cookie.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { MAX_BODY_BYTES } from "#app/features/uploads/upload-limits.ts";
import type { Community } from "#app/lib/ctx.ts";
import { getLog } from "#app/lib/log.server.ts";
import { compress, encodingOf } from "./compress.server.ts";
import { answerCrossOrigin } from "./cross-origin.server.ts";
import { getConnection } from "./database.server.ts";
import { displayKey, displayOf } from "./display-cookie.server.ts";
import { GuestPageCache, type CachedPage } from "./guest-page-cache.server.ts";
import { health } from "./health.server.ts";
import { noteRead } from "./note-read.server.ts";
import { isOutage } from "./is-outage.ts";
import { isOneClick } from "./one-click.ts";
import { guestLocale } from "./locale-of.server.ts";
import { plainPage } from "./plain-page.server.ts";
import { requestHost } from "./request-host.server.ts";
import type { RequestInfo } from "./request-info.server.ts";
import { isSameOrigin } from "./same-origin.server.ts";
import { isSignedPost } from "./signed-post.ts";
import { securityHeaders } from "./security-headers.server.ts";

export type RenderPage = (request: Request, context: { info: RequestInfo }) => Promise<Response>;

const MAX_BODY = 512 * 1024;
/** These read the body as it comes and stop at a limit of their own. */
const TAKES_FILES = /^\/uploads?$/;
const MAX_URL = 4_000;
const cache = new GuestPageCache();
/** The rest of such a path is a secret, which no log line holds. */
const SECRET_PATH = /^(\/(?:unsubscribe|appeal)\/).*/;
/** What a member keeps for themselves, or a counted click, changes no guest's page. */
const PRIVATE_WRITE =
  /^\/(display|drafts|follow|language|search\/clicked|settings\/(drafts|bookmarks|language))(\/|\.data$|$)/;

function sendCached(request: Request, page: CachedPage): Response {
  const headers = new Headers(page.headers);
  headers.set("ETag", page.etag);
  if (request.headers.get("if-none-match") === page.etag) {
    return new Response(null, { status: 304, headers });
  }
  const encoding = encodingOf(request);
  if (encoding) headers.set("Content-Encoding", encoding);
  const body = encoding === "br" ? page.br : encoding === "gzip" ? page.gzip : page.html;
  headers.set("Content-Length", String(body.length));
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { headers });
}

/** A sitemap is written while it is sent: it is compressed the same way, never held whole. */
function streamCompressed(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.append("Vary", "Accept-Encoding");
  const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (!zipped || !response.body) return new Response(response.body, { headers });
  headers.set("Content-Encoding", "gzip");
  const body = response.body.pipeThrough(new CompressionStream("gzip"));
  return new Response(body, { status: response.status, headers });
}

async function sendCompressed(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.body && type.startsWith("application/xml"))
    return streamCompressed(request, response);
  if (!response.body || !/^(text\/(?!event-stream)|application\/(json|atom\+xml))/.test(type)) {
    return response;
  }
  const whole = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  const encoding = whole.length > 1_000 ? encodingOf(request) : null;
  if (encoding) headers.set("Content-Encoding", encoding);
  headers.append("Vary", "Accept-Encoding");
  const body = await compress(whole, encoding);
  headers.set("Content-Length", String(body.length));
  return new Response(new Uint8Array(body), { status: response.status, headers });
}

/** A guest's GET of a page may be kept; anything with a session, or not a page, may not. */
function cacheKey(request: Request, url: URL, place: string): string | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const cookies = request.headers.get("cookie");
  if (hasSessionCookie(cookies)) return null;
  if (/^\/(sign-|verify|forgot|reset|settings|outbox|appeal)/.test(url.pathname)) return null;
  // Each search and each question is counted by itself, and its page knows which one it is.
  if (url.pathname === "/search" || url.pathname === "/ask") return null;
  const display = displayKey(displayOf(cookies));
  return `${place} ${display} ${url.protocol}//${url.host}${url.pathname}${url.search}`;
}

async function renderGuest(
  request: Request,
  info: RequestInfo,
  key: string,
  render: RenderPage,
): Promise<Response> {
  const known = cache.get(key);
  if (known) return sendCached(request, known);
  const { generation } = cache;
  const response = await render(request, { info });
  const type = response.headers.get("content-type") ?? "";
  const keep =
    response.status === 200 && type.startsWith("text/html") && !response.headers.has("set-cookie");
  if (!keep) return sendCompressed(request, response);
  const headers: [string, string][] = [
    ["Content-Type", type],
    // Shared caches keep nothing: what is hidden must be gone at once.
    ["Cache-Control", "no-cache"],
    ["Vary", "Cookie, Accept-Encoding, Accept-Language"],
  ];
  const page = await cache.make(Buffer.from(await response.arrayBuffer()), headers);
  cache.put(key, page, generation);
  return sendCached(request, page);
}

/**
 * Our own gate has decided on the origin. Remix's would refuse `Origin: null`, which a page that
 * sends no referrer gives with its forms, and would believe a client's X-Forwarded-Host.
 */
function forRemix(request: Request): Request {
  request.headers.delete("origin");
  request.headers.delete("x-forwarded-host");
  return request;
}

type Within = { community: Community; info: RequestInfo; render: RenderPage };

async function route(request: Request, info: RequestInfo, render: RenderPage): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.startsWith("/health/")) return health(url.pathname);
  if (request.url.length > MAX_URL)
    return plainPage(translatorOf("en"), 414, "error.tooLarge", info);

  const community = await findCommunityByHost(getConnection().db, requestHost(request));
  if (!community) return plainPage(translatorOf("en"), 421, "error.noCommunity", info);
  const t = translatorOf(guestLocale(community, request.headers));

  // No text we store can hold a zero byte, so nothing can be at such an address.
  if (request.url.includes("%00")) return plainPage(t, 404, "error.notFound", info);
  if (!isSameOrigin(request) && !isOneClick(request) && !isSignedPost(request))
    return plainPage(t, 403, "error.crossSite", info);
  const response = await answerCrossOrigin(request, community, (asked) =>
    routeWithin(asked, { community, info, render }),
  );
  noteRead({ request, response, community, info });
  return response;
}

async function routeWithin(
  request: Request,
  { community, info, render }: Within,
): Promise<Response> {
  const url = new URL(request.url);
  const locale = guestLocale(community, request.headers);
  const t = translatorOf(locale);
  const maxBody = TAKES_FILES.test(url.pathname) ? MAX_BODY_BYTES : MAX_BODY;
  if (info.tooLarge || Number(request.headers.get("content-length") ?? 0) > maxBody) {
    return plainPage(t, 413, "error.tooLarge", info);
  }
  if (url.pathname.startsWith("/logo/")) {
    const logo = await loadLogo(getConnection().db, community, url.pathname);
    if (logo) return logo;
  }
  if (url.pathname.startsWith("/theme/"))
    return loadThemeCss(getConnection().db, community, url.pathname);

  // Files say themselves who may keep them; they are packed already.
  if (url.pathname.startsWith("/files/")) return render(forRemix(request), { info });

  const key = cacheKey(request, url, `${community.id} ${locale}`);
  if (key) return renderGuest(request, info, key, render);
  try {
    const response = await render(forRemix(request), { info });
    // Remix has no page for what fails outside of a route.
    if (response.status >= 500 && !response.body) {
      return plainPage(t, response.status, "error.unexpected", info);
    }
    response.headers.set("Cache-Control", "private, no-store");
    return await sendCompressed(request, response);
  } finally {
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && !PRIVATE_WRITE.test(url.pathname)) cache.clear();
  }
}

/**
 * Answers one request: health, host, cross-site gate, size, theme, guests' page cache, pages; adds
 * the security headers and writes one log line.
 */
export async function handleRequest(
  request: Request,
  client: Omit<RequestInfo, "requestId">,
  render: RenderPage,
): Promise<Response> {
  const info: RequestInfo = { requestId: randomUUID().slice(0, 13), ...client };
  const started = performance.now();
  let response: Response;
  try {
    response = await route(request, info, render);
  } catch (error) {
    const outage = isOutage(error);
    getLog().error(
      { request: info.requestId, err: error },
      outage ? "database away" : "request failed",
    );
    response = plainPage(
      translatorOf("en"),
      outage ? 503 : 500,
      outage ? "error.unavailable" : "error.unexpected",
      info,
    );
  }
  for (const [name, value] of Object.entries(securityHeaders())) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  response.headers.set("X-Request-Id", info.requestId);
  if (response.status === 503 && !response.headers.has("Retry-After")) {
    response.headers.set("Retry-After", "5");
  }
  if (response.status >= 400) response.headers.set("Cache-Control", "private, no-store");
  getLog().info(
    {
      request: info.requestId,
      method: request.method,
      path: new URL(request.url).pathname.slice(0, 200).replace(SECRET_PATH, "$1"),
      host: requestHost(request),
      status: response.status,
      ms: Math.round(performance.now() - started),
    },
    "request",
  );
  return response;
}
