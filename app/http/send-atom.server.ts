import { createHash } from "node:crypto";
import { updatedOf, writeAtom, type FeedContent } from "#app/features/open-web/write-atom.ts";

function knows(request: Request, etag: string, modified: Date): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) {
    const given = tags.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    return given.includes("*") || given.includes(etag.replace(/^W\//, ""));
  }
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1_000) * 1_000 <= since;
}

/**
 * A feed as a response, or 304 for a reader who has it. Readers ask again each time: what is hidden
 * must be gone at once. The tag is weak, since the same feed may be sent compressed.
 */
export function sendAtom(request: Request, content: FeedContent, baseUrl: string): Response {
  const xml = writeAtom(content, baseUrl);
  const modified = updatedOf(content);
  const etag = `W/"${createHash("sha256").update(xml).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "no-cache",
    "Last-Modified": modified.toUTCString(),
    ETag: etag,
  };
  if (knows(request, etag, modified)) return new Response(null, { status: 304, headers });
  return new Response(xml, { headers });
}
