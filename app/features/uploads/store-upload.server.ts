import { sql } from "kysely";
import { can } from "#app/features/members/policy.ts";
import { rankThatUnlocks } from "#app/features/members/rank-that-unlocks.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError, InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { detectFile, type Detected } from "./detect-file.ts";
import { encodePicture, FULL_PART } from "./encode-picture.server.ts";
import { cleanFileName } from "./file-name.ts";
import { newUploadId } from "./new-upload-id.ts";
import { checkQuota } from "./quota.server.ts";
import { getStorage } from "./storage/open-storage.server.ts";
import type { Storage } from "./storage/storage.ts";
import { fileKey, storageKey, storeFile, touchFile, type FilePart } from "./stored-file.server.ts";
import { uploadAddress, type UploadView } from "./upload-address.ts";
import { MAX_FILE_BYTES } from "./upload-limits.ts";

export const FILE_PART = "file";
const WEBP = "image/webp";

export type ReceivedFile = { name: string; bytes: Buffer };

type Facts = Pick<UploadView, "kind" | "name" | "bytes" | "width" | "height"> & { mime: string };

/** Throws unless the actor may send files: members whose address is verified. */
export function assertMayUpload(ctx: Pick<Ctx, "actor">): void {
  if (!requireMember(ctx).verified) {
    throw new ForbiddenError("unverified", { key: "error.verifyFirst" });
  }
}

/** Newcomers learn of their limit when they pick a picture, before they write about it. */
async function assertMayShowPictures(ctx: Ctx): Promise<void> {
  if (can(ctx.actor, "post.images", null)) return;
  const rank = await rankThatUnlocks(ctx, "post.images");
  throw new InvalidError({
    file:
      rank === null
        ? { key: "upload.noPictures" }
        : { key: "upload.picturesLater", params: { rank } },
  });
}

/** The same content that is here already needs no decoding. */
async function findKnown(
  ctx: Ctx,
  storage: Storage,
  key: string,
): Promise<Omit<Facts, "name"> | null> {
  if (!(await touchFile(ctx.db, ctx.community.id, key))) return null;
  const known = await ctx.db
    .selectFrom("upload")
    .select(["kind", "mime", "bytes", "width", "height"])
    .where("community_id", "=", ctx.community.id)
    .where("file_key", "=", key)
    .executeTakeFirst();
  if (!known) return null;
  const part = known.kind === "image" ? FULL_PART : FILE_PART;
  return (await storage.has(storageKey(ctx.community.id, key, part))) ? known : null;
}

type Prepared = { facts: Omit<Facts, "name">; parts: FilePart[] };

async function prepare(file: ReceivedFile, detected: Detected): Promise<Prepared> {
  if (detected.kind === "file") {
    const { mime } = detected;
    const { bytes } = file;
    return {
      facts: { kind: "file", mime, bytes: bytes.length, width: null, height: null },
      parts: [{ part: FILE_PART, bytes, mime }],
    };
  }
  const { width, height, parts } = await encodePicture(file.bytes, detected.format);
  return {
    facts: { kind: "image", mime: WEBP, bytes: parts[0]!.bytes.length, width, height },
    parts: parts.map((part) => ({ ...part, mime: WEBP })),
  };
}

async function insertUpload(
  tx: Tx,
  ctx: Ctx,
  { facts, key, received }: { facts: Facts; key: string; received: number },
): Promise<string> {
  // Many at once must not all find room.
  const lock = `upload:${ctx.community.id}:${ctx.actor.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
  const again = await tx
    .updateTable("upload")
    // Sent anew: what sweeps orphans counts from now.
    .set({ created_at: ctx.now })
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("file_key", "=", key)
    .where("name", "=", facts.name)
    .returning("id")
    .executeTakeFirst();
  if (again) return again.id;
  await checkQuota(tx, ctx, received);
  const id = newUploadId();
  await tx
    .insertInto("upload")
    .values({
      community_id: ctx.community.id,
      id,
      member_id: ctx.actor.id,
      ...facts,
      received_bytes: received,
      file_key: key,
      created_at: ctx.now,
    })
    .execute();
  return id;
}

/**
 * Takes a file of the actor's: finds out what it is by its bytes, makes pictures harmless and upright
 * in several sizes, stores it, and gives the address to write into a text. Nobody else sees it until a
 * post shows it. The same file sent twice is one upload. Throws InvalidError (file), SignInNeededError,
 * ForbiddenError, a 429 AppError past the quota, a 503 AppError when too many are at it.
 */
export async function storeUpload(
  ctx: Ctx,
  file: ReceivedFile,
  storage: Storage = getStorage(),
): Promise<UploadView> {
  assertMayUpload(ctx);
  if (file.bytes.length > MAX_FILE_BYTES) {
    const max = MAX_FILE_BYTES / (1024 * 1024);
    throw new InvalidError({ file: { key: "upload.tooLarge", params: { max } } });
  }
  const detected = await detectFile(file.bytes);
  if (detected.kind !== "file") await assertMayShowPictures(ctx);
  const key = await fileKey(ctx, file.bytes);
  const extensions = detected.kind === "file" ? detected.extensions : (["webp"] as [string]);
  const name = cleanFileName(file.name, extensions);
  let found = await findKnown(ctx, storage, key);
  if (!found) {
    await checkQuota(ctx.db, ctx, file.bytes.length);
    const made = await prepare(file, detected);
    await storeFile(ctx, storage, { key, parts: made.parts });
    found = made.facts;
  }
  const facts: Facts = { ...found, name };
  const received = file.bytes.length;
  const id = await inTransaction(ctx.db, (tx) => insertUpload(tx, ctx, { facts, key, received }));
  const { kind, bytes, width, height } = facts;
  return { id, kind, url: uploadAddress({ ...facts, id }), width, height, name, bytes };
}
