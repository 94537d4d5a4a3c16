import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { checkKey, type Storage } from "./storage.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** Beside the communities' folders, so that the final rename stays on one disk. */
const INCOMING = "incoming";

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files in a folder of this machine, made when the first one is written. */
export function folderStorage(folder: string): Storage {
  const root = path.resolve(folder);
  const incoming = path.join(root, INCOMING);
  const fileOf = (key: string): string => path.join(root, ...checkKey(key).split("/"));
  return {
    put: async (key, { bytes }) => {
      const file = fileOf(key);
      await mkdir(incoming, { recursive: true });
      await mkdir(path.dirname(file), { recursive: true });
      const beside = path.join(incoming, randomUUID());
      try {
        await writeWhole(beside, bytes);
        await rename(beside, file);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    get: async (key) => {
      const handle = await open(fileOf(key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (!handle) return null;
      const { size } = await handle.stat();
      const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
      return { body, bytes: size };
    },
    has: (key) =>
      stat(fileOf(key)).then(
        () => true,
        (error: unknown) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
    remove: (key) => rm(fileOf(key), { force: true }),
    tidy: async () => {
      const names = await readdir(incoming).catch(() => []);
      for (const name of names) {
        const file = path.join(incoming, name);
        const found = await stat(file).catch(() => null);
        if (found && found.mtimeMs < Date.now() - DAY) await rm(file, { force: true });
      }
    },
  };
}
