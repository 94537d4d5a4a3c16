const SIGNED = /^\/api\/v1\/escalations\/[1-9]\d{0,14}$/;

/**
 * A message of another system that proves itself by a signature over its body, which the route checks:
 * from no page, with no cookie, so that no browser can be made to send it in somebody's name.
 */
export function isSignedPost(request: Request): boolean {
  return (
    request.method === "POST" &&
    SIGNED.test(new URL(request.url).pathname) &&
    request.headers.has("porchlight-signature") &&
    !request.headers.has("sec-fetch-site") &&
    !request.headers.has("origin") &&
    !request.headers.has("cookie")
  );
}
