const TAG = /<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"]*")?)*\s*\/?>/gi;
const SAMESITE = /(\s(?:href|src)=")\/(?!\/)/gi;
const SIZES = /(\ssrcset=")([^"]*)/gi;

function sizes(list: string, baseUrl: string): string {
  return list.replace(/(^|,\s*)\/(?!\/)/g, `$1${baseUrl}/`);
}

/**
 * Stored HTML → the same with same-site addresses made absolute, for readers elsewhere. Only tags
 * are looked at: stored text holds no "<", stored attributes no double quote.
 */
export function absoluteHtml(html: string, baseUrl: string): string {
  return html.replace(TAG, (tag) =>
    tag
      .replace(SAMESITE, `$1${baseUrl}/`)
      .replace(SIZES, (_, start: string, list: string) => start + sizes(list, baseUrl)),
  );
}
