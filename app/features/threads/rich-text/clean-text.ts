/** Text that PostgreSQL and every reader can take: no NUL, lone surrogates as U+FFFD, "\n" line ends. */
export function cleanText(text: string): string {
  return text
    .replaceAll("\0", "")
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}
