import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { IMPORT_LIMITS } from "./import-limits.ts";

/** A file that ended or broke before its end; what came before it is good. */
export class BrokenFileError extends Error {
  override name = "BrokenFileError";
}

const GZIP_MAGIC = [0x1f, 0x8b];

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && GZIP_MAGIC.every((byte, index) => buffer[index] === byte);
  } finally {
    await handle.close();
  }
}

/**
 * The bytes of a file in chunks, unpacked when it is gzip (by its first bytes, whatever its name).
 * Throws BrokenFileError where the packed data ends or is damaged, or grows beyond reason.
 */
export async function* readBytes(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: 1 << 16 });
  if (!(await isGzip(file))) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const unzip = createGunzip();
  source.on("error", (error) => unzip.destroy(error));
  source.pipe(unzip);
  let written = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      written += chunk.length;
      const isBomb =
        written > IMPORT_LIMITS.expansionChecked &&
        written > source.bytesRead * IMPORT_LIMITS.expansion;
      if (isBomb) throw new BrokenFileError("the packed data grows beyond reason; reading stopped");
      yield chunk;
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "Z_BUF_ERROR") throw new BrokenFileError("the packed data is cut off");
    if (code.startsWith("Z_")) throw new BrokenFileError("the packed data is damaged");
    throw error;
  } finally {
    source.destroy();
    unzip.destroy();
  }
}
