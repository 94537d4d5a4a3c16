/** A site as browsers name it (`https://www.brand.example`), or what is wrong with what was given. */
export type NormalisedOrigin = { origin: string } | { problem: OriginProblem };

export type OriginProblem =
  | "words.originUnreadable"
  | "words.originPath"
  | "words.originInsecure"
  | "words.originWildcard"
  | "words.originDot";

/** How an origin is written, for people who are asked for one. */
export const EXAMPLE_ORIGIN = "https://www.brand.example";

const LONGEST = 300;

/** This machine itself: there plain http is as safe as anything (Secure Contexts, 3.1). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === "[::1]"
  );
}

/**
 * What somebody typed → the one form in which browsers send that origin: lower case, international
 * names in ASCII, no default port. No wildcards: below a shared suffix (`*.github.io`) they would allow
 * strangers.
 */
export function normaliseOrigin(given: string): NormalisedOrigin {
  const text = given.trim();
  if (text.includes("*")) return { problem: "words.originWildcard" };
  // Only spaces around are forgiven: the parser would drop tabs and line ends within, and read \ as /.
  if (text.length > LONGEST || !/^https?:\/\/[^\s\\]+$/i.test(text)) {
    return { problem: "words.originUnreadable" };
  }
  const url = URL.parse(text);
  if (!url || url.hostname === "") return { problem: "words.originUnreadable" };
  const bare = url.username === "" && url.password === "" && !text.includes("@");
  const plain = url.pathname === "/" && !/[?#]/.test(text);
  if (!bare || !plain) return { problem: "words.originPath" };
  if (url.hostname.endsWith(".")) return { problem: "words.originDot" };
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return { problem: "words.originInsecure" };
  }
  return { origin: url.origin };
}
