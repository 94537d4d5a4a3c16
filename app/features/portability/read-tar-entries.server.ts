import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { BrokenFileError, readBytes } from "./read-bytes.server.ts";

/** A file in an archive; `bytes` is null for one that is too large to be read. */
export type TarEntry = { name: string; bytes: Buffer | null };

/**
 * The plain files of a tar archive, packed or not, one at a time. Nothing is ever written, so a
 * name may say what it likes. Throws BrokenFileError where the archive breaks off.
 */
export async function* readTarEntries(file: string): AsyncGenerator<TarEntry> {
  const archive = extract();
  let failure: unknown = null;
  const source = Readable.from(readBytes(file), { objectMode: false, highWaterMark: 1 << 16 });
  source.on("error", (error) => {
    failure = error;
    archive.destroy(error);
  });
  source.pipe(archive as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of archive) {
      const parts: Buffer[] = [];
      let length = 0;
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length <= IMPORT_LIMITS.entry) parts.push(chunk);
        else parts.length = 0;
      }
      if (entry.header.type !== "file") continue;
      const isTooLarge = length > IMPORT_LIMITS.entry;
      yield { name: entry.header.name, bytes: isTooLarge ? null : Buffer.concat(parts) };
    }
  } catch (error) {
    if (failure instanceof BrokenFileError) throw failure;
    if (failure) throw failure;
    throw new BrokenFileError(`not a tar archive, or cut off: ${(error as Error).message}`);
  } finally {
    source.destroy();
  }
}
