/** How many tags a thread has at most. */
export const MAX_TAGS = 5;

/** Tags as typed, with commas between them → their names. */
export function tagsOf(typed: string): string[] {
  const names = typed.split(/[,،\n]/).map((name) => name.trim().replace(/\s+/g, " "));
  return [...new Set(names.filter((name) => name !== ""))];
}
