/** So that the address stays within 300 characters when it is percent-encoded. */
const MAX_ENCODED = 240;
const MAX_GIVEN = 300;

/** Letters, digits and marks of any script; all else could end a Markdown link or hide something. */
function plainWords(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{Nd}._-]+/gu, "-")
    .replace(/\p{M}{3,}/gu, "")
    .replace(/-{2,}/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.\-_\p{M}]+|[.\-_]+$/gu, "");
}

/**
 * A file's name as it is kept: the last part of what the sender called it, in plain characters, with
 * one of the extensions its content allows (the first, where the sender's is none of them).
 */
export function cleanFileName(given: string, extensions: readonly [string, ...string[]]): string {
  const last = (given.split(/[/\\]/).at(-1) ?? "").slice(-MAX_GIVEN);
  const dot = last.lastIndexOf(".");
  const asked = dot > 0 ? last.slice(dot + 1).toLowerCase() : "";
  const extension = extensions.includes(asked) ? asked : extensions[0];
  const stem = Array.from(plainWords(dot > 0 ? last.slice(0, dot) : last));
  while (encodeURIComponent(stem.join("")).length > MAX_ENCODED) stem.pop();
  const name = plainWords(stem.slice(0, 100).join(""));
  return `${name === "" ? "file" : name}.${extension}`;
}
