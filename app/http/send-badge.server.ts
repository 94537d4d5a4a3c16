import { createHash } from "node:crypto";

/** Seconds for which anybody may keep a badge. */
const KEPT = 600;

/**
 * A member's badge as a response: a picture that any site may show, alone among our addresses, and
 * that can do nothing else, also when it is opened by itself.
 */
export function sendBadge(request: Request, svg: string): Response {
  const etag = `"${createHash("sha256").update(svg).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": "image/svg+xml; charset=utf-8",
    "Cache-Control": `public, max-age=${KEPT}`,
    ETag: etag,
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  if (known.some((tag) => tag.replace(/^W\//, "") === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(svg, { headers });
}
