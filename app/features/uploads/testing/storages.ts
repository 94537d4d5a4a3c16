import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";
import { readStorageAddress } from "#app/lib/storage-address.ts";
import { openStorage } from "../storage/open-storage.server.ts";
import type { Storage } from "../storage/storage.ts";

export type TestStorage = { storage: Storage; folder: string; close: () => Promise<void> };

function open(value: string): Storage {
  const address = readStorageAddress(value);
  if (!address) throw new Error(`not an address: ${value}`);
  return openStorage(address);
}

const newFolder = () => mkdtemp(path.join(tmpdir(), "porchlight-files-"));

async function inFolder(): Promise<TestStorage> {
  const folder = await newFolder();
  const close = () => rm(folder, { recursive: true, force: true });
  return { storage: open(`file:${folder}`), folder, close };
}

async function inBucket(): Promise<TestStorage> {
  const folder = await newFolder();
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: folder,
    configureBuckets: [{ name: "files" }],
  });
  const { port } = await server.run();
  return {
    storage: open(`s3://S3RVER:S3RVER@127.0.0.1:${port}/files/some/place?tls=off`),
    folder,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every storage there is, by name; each test runs with each. */
export const STORAGES: Record<string, () => Promise<TestStorage>> = {
  "a folder": inFolder,
  "an S3 bucket": inBucket,
};
