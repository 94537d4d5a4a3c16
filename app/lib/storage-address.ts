/** Where uploads are kept. */
export type StorageAddress =
  | { kind: "folder"; folder: string }
  | {
      kind: "s3";
      /** Origin of the service: `https://s3.eu-central-1.amazonaws.com`. */
      endpoint: string;
      bucket: string;
      /** Before every key; empty or ending in a slash. */
      prefix: string;
      region: string;
      accessKey: string;
      secretKey: string;
    };

function folderOf(value: string): StorageAddress | null {
  const folder = value.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  return folder === "" || folder.startsWith("//") ? null : { kind: "folder", folder };
}

/**
 * Reads STORAGE_URL: `file:FOLDER`, or `s3://KEY:SECRET@HOST/BUCKET[/PREFIX]?region=REGION`, with
 * `&tls=off` for a service without TLS. Key and secret are percent-encoded where they hold `/`, `:`
 * or `@`. `null` when it is neither.
 */
export function readStorageAddress(value: string): StorageAddress | null {
  if (value.startsWith("file:")) return folderOf(value);
  const url = URL.parse(value);
  if (url?.protocol !== "s3:" || url.host === "" || url.username === "" || url.password === "") {
    return null;
  }
  const [bucket = "", ...prefix] = url.pathname.slice(1).split("/").filter(Boolean);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return null;
  if (!prefix.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part))) return null;
  return {
    kind: "s3",
    endpoint: `${url.searchParams.get("tls") === "off" ? "http" : "https"}://${url.host}`,
    bucket,
    prefix: prefix.map((part) => `${part}/`).join(""),
    region: url.searchParams.get("region") ?? "us-east-1",
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  };
}
