import { fileTypeFromBuffer } from "file-type";
import { InvalidError } from "#app/lib/errors.ts";

export type Detected =
  | { kind: "image"; format: "jpeg" | "png" | "webp" | "gif" | "avif" }
  | { kind: "file"; mime: string; extensions: [string, ...string[]] };

const PICTURES: Record<string, "jpeg" | "png" | "webp" | "gif" | "avif"> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/apng": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
};

const FILES: Record<string, [string]> = {
  "application/pdf": ["pdf"],
  "application/zip": ["zip"],
};

const TEXT: [string, ...string[]] = ["txt", "log", "csv", "json"];
/** Controls that stand in no text; programs colour their lines with escapes and go back by one. */
const CONTROL = /[^\P{Cc}\s]/u;
const WRITTEN_BY_PROGRAMS = ["\u001b", "\b"];
/** Documents that a browser would run, after what may stand before their first element. */
const MARKUP =
  /^\s*(?:<\?xml|<!--|<!doctype|<!entity|<(?:html|head|body|svg|script|iframe|math|style|link|meta|title|object|embed|img|a|p|div|table|form)[\s/>])/i;

function refuse(key: string): never {
  throw new InvalidError({ file: { key } });
}

/** The words of a text in one of the encodings that logs and tables come in; null when it is none. */
function readText(bytes: Uint8Array): { text: string; charset: string } | null {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const charset = wide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  for (const name of wide ? [charset] : [charset, "windows-1252"]) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      const rest = WRITTEN_BY_PROGRAMS.reduce(
        (left, control) => left.replaceAll(control, ""),
        text,
      );
      return CONTROL.test(rest) ? null : { text, charset: wide ? "utf-16" : name };
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * What a file is, by its bytes alone. Throws InvalidError on `file` for what is not taken: SVG, HTML
 * and XML with a reason of their own, everything else, and nothing at all.
 */
export async function detectFile(bytes: Uint8Array): Promise<Detected> {
  if (bytes.length === 0) refuse("upload.empty");
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) {
    const format = PICTURES[found.mime];
    if (format) return { kind: "image", format };
    const extensions = FILES[found.mime];
    if (extensions) return { kind: "file", mime: found.mime, extensions };
    if (/xml|html|svg/.test(found.mime)) refuse("upload.markup");
    if (/^image\/hei[cf]/.test(found.mime)) refuse("upload.heic");
  }
  const read = readText(bytes);
  if (!read) refuse("upload.unknownType");
  if (MARKUP.test(read.text)) refuse("upload.markup");
  if (found && !found.mime.startsWith("text/") && found.mime !== "application/json") {
    refuse("upload.unknownType");
  }
  return { kind: "file", mime: `text/plain; charset=${read.charset}`, extensions: TEXT };
}
