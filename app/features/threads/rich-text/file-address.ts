/** A picture or an attachment of the community, as its address names it. */
export interface FileAddress {
  id: string;
  /** As it stands in the address, percent-encoded. */
  name: string;
  /** Of a picture, in pixels; null for an attachment. */
  size: { width: number; height: number } | null;
}

const FILE =
  /^\/files\/([A-Za-z0-9_-]{20,40}?)(?:-([1-9]\d{0,4})x([1-9]\d{0,4}))?\/([^/?#\s"<>]{1,300})(?:\?[^#]*)?(?:#.*)?$/;

/** Reads `/files/<id>-<W>x<H>/<name>` (a picture) or `/files/<id>/<name>`; null for any other address. */
export function readFileAddress(address: string): FileAddress | null {
  if (!address.startsWith("/files/")) return null;
  const match = FILE.exec(address);
  if (!match) return null;
  const [, id = "", width, height, name = ""] = match;
  const size = width && height ? { width: Number(width), height: Number(height) } : null;
  return { id, name, size };
}

/** A picture's address without what was asked of it (`?w=480`), or null when it is none of ours. */
export function pictureAddress(address: string): string | null {
  return readFileAddress(address)?.size ? address.replace(/[?#].*$/, "") : null;
}
