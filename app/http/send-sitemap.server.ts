/** A sitemap as a response that is written while it is read; crawlers may keep it for an hour. */
export function sendSitemap(body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
