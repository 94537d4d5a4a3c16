import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStorageAddress } from "#app/lib/storage-address.ts";
import { STORAGES, type TestStorage } from "../testing/storages.ts";
import { openStorage } from "./open-storage.server.ts";
import type { StoredBytes } from "./storage.ts";

const mime = "image/webp";
const bytesOf = async (stored: StoredBytes | null) =>
  stored && Buffer.from(await new Response(stored.body).arrayBuffer());

describe.each(Object.entries(STORAGES))("files in %s", (_, make) => {
  let made: TestStorage;
  beforeAll(async () => {
    made = await make();
  });
  afterAll(() => made.close());

  it("come back as they were written", async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (__, at) => at % 251));
    await made.storage.put("1/ab/abc/full.webp", { bytes, mime });
    const stored = await made.storage.get("1/ab/abc/full.webp");
    expect(stored?.bytes).toBe(bytes.length);
    expect(await bytesOf(stored)).toEqual(bytes);
    expect(await made.storage.has("1/ab/abc/full.webp")).toBe(true);
  });

  it("can be written again, by many at once, and are one or the other", async () => {
    const contents = ["a", "b", "c"].map((letter) => Buffer.alloc(200_000, letter));
    await Promise.all(contents.map((bytes) => made.storage.put("1/ab/same/file", { bytes, mime })));
    const read = await bytesOf(await made.storage.get("1/ab/same/file"));
    expect(contents.some((bytes) => bytes.equals(read!))).toBe(true);
  });

  it("are gone when removed, twice without harm", async () => {
    await made.storage.put("1/ab/gone/file", { bytes: Buffer.from("x"), mime });
    await made.storage.remove("1/ab/gone/file");
    await made.storage.remove("1/ab/gone/file");
    expect(await made.storage.get("1/ab/gone/file")).toBeNull();
    expect(await made.storage.has("1/ab/gone/file")).toBe(false);
    expect(await made.storage.get("2/never/there/file")).toBeNull();
  });

  it("lie nowhere else", async () => {
    for (const key of ["../x", "/etc/passwd", "1/../../x", "1//x", "1/a\\b", "1/.hidden", ""]) {
      await expect((async () => made.storage.get(key))()).rejects.toThrow("not a storage key");
    }
  });

  it("survive tidying", async () => {
    await made.storage.put("1/ab/stays/file", { bytes: Buffer.from("x"), mime });
    await made.storage.tidy();
    expect(await made.storage.has("1/ab/stays/file")).toBe(true);
  });
});

it("what a cut-off write left in the folder goes after a day", async () => {
  const { storage, folder, close } = await STORAGES["a folder"]!();
  const incoming = path.join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  for (const name of ["old", "young"]) await writeFile(path.join(incoming, name), "half");
  const before = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  await utimes(path.join(incoming, "old"), before, before);
  await storage.tidy();
  expect(await readdir(incoming)).toEqual(["young"]);
  await close();
});

it("a bucket that refuses says so", async () => {
  const { folder, close } = await STORAGES["an S3 bucket"]!();
  const wrong = readStorageAddress("s3://S3RVER:wrong@127.0.0.1:9/files?tls=off");
  expect(folder).not.toBe("");
  await expect(openStorage(wrong!).has("1/a/b")).rejects.toThrow();
  await close();
});

describe("STORAGE_URL", () => {
  it.each([
    ["file:/var/files", { kind: "folder", folder: "/var/files" }],
    ["file:///var/files", { kind: "folder", folder: "/var/files" }],
    ["file:.porchlight/files", { kind: "folder", folder: ".porchlight/files" }],
  ])("%s", (value, address) => {
    expect(readStorageAddress(value)).toEqual(address);
  });

  it("names a bucket, its service and its key", () => {
    expect(
      readStorageAddress(
        "s3://AKIA:a%2Fb@s3.eu-central-1.amazonaws.com/brand/a/b?region=eu-central-1",
      ),
    ).toEqual({
      kind: "s3",
      endpoint: "https://s3.eu-central-1.amazonaws.com",
      bucket: "brand",
      prefix: "a/b/",
      region: "eu-central-1",
      accessKey: "AKIA",
      secretKey: "a/b",
    });
    expect(readStorageAddress("s3://k:s@127.0.0.1:9000/files?tls=off")).toMatchObject({
      endpoint: "http://127.0.0.1:9000",
      prefix: "",
      region: "us-east-1",
    });
  });

  it.each([
    "",
    "file:",
    "file://host/folder",
    "/var/files",
    "s3://bucket",
    "s3://host/bucket",
    "s3://k:s@host",
    "s3://k:s@host/UPPER",
    "s3://k:s@host/bucket/..%2fx",
    "https://k:s@host/bucket",
  ])("refuses %j", (value) => {
    expect(readStorageAddress(value)).toBeNull();
  });
});
