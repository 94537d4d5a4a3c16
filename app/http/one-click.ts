const LINK = /^\/unsubscribe\/[\w-]{43}$/;

/**
 * A mail program's wish for no more mails (RFC 8058): a POST from no page at all, whose secret in the
 * address is all that it needs. What a browser sends says where it comes from, and goes the usual way.
 */
export function isOneClick(request: Request): boolean {
  return (
    request.method === "POST" &&
    LINK.test(new URL(request.url).pathname) &&
    !request.headers.has("sec-fetch-site") &&
    !request.headers.has("origin") &&
    !request.headers.has("cookie")
  );
}
