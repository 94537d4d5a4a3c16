import type { UploadTable } from "#db/schema-threads.ts";

/** What of an upload its address says. */
export type Addressed = {
  id: string;
  name: string;
  width: number | null;
  height: number | null;
};

/** `/files/ID-WxH/NAME` of a picture, `/files/ID/NAME` of an attachment. */
export function uploadAddress({ id, name, width, height }: Addressed): string {
  const size = width !== null && height !== null ? `-${width}x${height}` : "";
  return `/files/${id}${size}/${encodeURIComponent(name)}`;
}

/** The two parts of an address as the route gives them, decoded → what they say, or null. */
export function readUploadAddress(file: string, name: string): Addressed | null {
  const match = /^([a-z2-7]{26})(?:-([1-9]\d{0,4})x([1-9]\d{0,4}))?$/.exec(file);
  if (!match) return null;
  const [, id = "", width, height] = match;
  return { id, name, width: width ? Number(width) : null, height: height ? Number(height) : null };
}

/** An upload as its sender gets it. */
export type UploadView = {
  id: string;
  kind: UploadTable["kind"];
  url: string;
  width: number | null;
  height: number | null;
  name: string;
  bytes: number;
};
