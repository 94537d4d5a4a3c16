const ORIGIN = "https://here.invalid";

/**
 * Where to go after signing in: `to` when it is a path of this site, else `/`. Everything a browser
 * could read as another site, a script or a second header is refused, whatever its escaping.
 */
export function returnPath(to: string | null | undefined): string {
  if (!to || to.length > 1_000 || !/^\/(?![/\\])/.test(to)) return "/";
  // Browsers drop tabs and line ends and read \ as /; a path we made holds none of them.
  if (/[^!-~]|\\/.test(to)) return "/";
  let url: URL;
  let decoded: string;
  try {
    url = new URL(to, ORIGIN);
    decoded = decodeURIComponent(decodeURIComponent(url.pathname));
  } catch {
    return "/";
  }
  if (url.origin !== ORIGIN || url.username !== "" || url.host !== "here.invalid") return "/";
  if (/\/\/|\\|\p{Cc}|^\/*[a-z][a-z0-9+.-]*:/iu.test(decoded)) return "/";
  if (/^\/(sign-(in|up|out)|verify|forgot|reset)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
