import type { FoundFile } from "#app/features/threads/attached/get-file.server.ts";

/** A year, in seconds: an address always means the same content. */
const YEAR = 31_536_000;
/** Shared caches keep it only shortly: what is hidden must be gone soon. */
const SHARED = 300;

function disposition({ kind, name }: FoundFile): string {
  const how = kind === "image" ? "inline" : "attachment";
  const plain = name.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, "_");
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * A file as a response: never run, never framed, never guessed at. Only pictures that we wrote
 * ourselves are shown in the page, everything else is downloaded.
 */
export async function sendFile(request: Request, file: FoundFile): Promise<Response> {
  const etag = `"${file.tag}"`;
  const headers: Record<string, string> = {
    "Cache-Control": file.isPublic
      ? `public, max-age=${YEAR}, s-maxage=${SHARED}, immutable`
      : "private, no-cache",
    ETag: etag,
    // The styles are those of the browser's own page around a picture.
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-site",
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  if (known.some((tag) => tag.replace(/^W\//, "") === etag)) {
    return new Response(null, { status: 304, headers });
  }
  const { body, bytes } = await file.open();
  headers["Content-Type"] = file.mime;
  headers["Content-Disposition"] = disposition(file);
  headers["Content-Length"] = String(bytes);
  if (request.method !== "HEAD") return new Response(body, { headers });
  await body.cancel();
  return new Response(null, { headers });
}
