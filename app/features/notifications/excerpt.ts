/** The beginning of a text, at most `length` characters as a reader counts them, never a cut emoji. */
export function excerpt(text: string, length: number): string {
  const tidy = text
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n{2,}/g, "\n")
    .trim();
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(tidy.slice(0, length * 20))) {
    if (parts.length === length) return `${parts.join("").trimEnd()}…`;
    parts.push(segment);
  }
  return parts.join("");
}
