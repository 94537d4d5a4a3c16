import { AwsClient } from "aws4fetch";
import type { StorageAddress } from "#app/lib/storage-address.ts";
import { checkKey, type Storage } from "./storage.ts";

/** Also of a body that is read as fast as its reader takes it. */
const TIMEOUT = 120_000;
const RETRIES = 2;

type Address = Extract<StorageAddress, { kind: "s3" }>;

async function expectDone(response: Response, what: string): Promise<void> {
  const text = await response.text();
  if (response.ok) return;
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? "";
  throw new Error(`the storage refused to ${what}: ${response.status} ${code}`);
}

/** Objects in a bucket of an S3-compatible service, by path: `ENDPOINT/BUCKET/PREFIX/KEY`. */
export function s3Storage(address: Address): Storage {
  const client = new AwsClient({
    accessKeyId: address.accessKey,
    secretAccessKey: address.secretKey,
    service: "s3",
    region: address.region,
    retries: RETRIES,
  });
  const send = (key: string, init: RequestInit): Promise<Response> =>
    client.fetch(`${address.endpoint}/${address.bucket}/${address.prefix}${checkKey(key)}`, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT),
    });
  return {
    put: async (key, { bytes, mime }) => {
      const headers = { "Content-Type": mime };
      const body = new Uint8Array(bytes);
      await expectDone(await send(key, { method: "PUT", body, headers }), "write a file");
    },
    get: async (key) => {
      const response = await send(key, { method: "GET" });
      if (response.ok && response.body) {
        return { body: response.body, bytes: Number(response.headers.get("content-length")) };
      }
      if (response.status !== 404) await expectDone(response, "read a file");
      await response.body?.cancel();
      return null;
    },
    has: async (key) => {
      const response = await send(key, { method: "HEAD" });
      if (response.status === 404) return false;
      await expectDone(response, "look for a file");
      return true;
    },
    remove: async (key) => {
      const response = await send(key, { method: "DELETE" });
      if (response.status === 404) await response.body?.cancel();
      else await expectDone(response, "remove a file");
    },
    // An object is there once it was written whole.
    tidy: () => Promise.resolve(),
  };
}
