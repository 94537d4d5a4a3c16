import { receiveFile } from "#app/features/uploads/receive-file.server.ts";
import { assertMayUpload, storeUpload } from "#app/features/uploads/store-upload.server.ts";
import type { UploadView } from "#app/features/uploads/upload-address.ts";
import type { PageCtx } from "./context.server.ts";
import { limit } from "./rate-limit.server.ts";

/**
 * Reads and stores the file that a request brings; its body is not read before its sender may send
 * one. Throws the errors of `storeUpload` and `receiveFile`, and TooManyError.
 */
export async function readUpload(ctx: PageCtx): Promise<UploadView> {
  assertMayUpload(ctx);
  await limit(ctx, "upload", String(ctx.actor.id));
  return storeUpload(ctx, await receiveFile(ctx.request));
}
