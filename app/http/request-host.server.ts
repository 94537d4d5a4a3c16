/** The host name a request was sent to, lower case, without port and trailing dot. */
export function requestHost(request: Request): string {
  const host = (request.headers.get("host") ?? new URL(request.url).host).toLowerCase();
  return host.replace(/:\d+$/, "").replace(/\.$/, "");
}
