import { getEnv } from "#app/lib/env.server.ts";
import { once } from "#app/lib/once.server.ts";
import { readStorageAddress, type StorageAddress } from "#app/lib/storage-address.ts";
import { folderStorage } from "./folder-storage.server.ts";
import { s3Storage } from "./s3-storage.server.ts";
import type { Storage } from "./storage.ts";

/** The storage at an address. */
export function openStorage(address: StorageAddress): Storage {
  return address.kind === "s3" ? s3Storage(address) : folderStorage(address.folder);
}

/** The process's one storage, as STORAGE_URL says. */
export function getStorage(): Storage {
  return once("storage", () => {
    const address = readStorageAddress(getEnv().STORAGE_URL);
    if (!address) throw new Error("STORAGE_URL can't be used");
    return openStorage(address);
  });
}
