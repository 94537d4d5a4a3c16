import { partOf, FULL_PART } from "#app/features/uploads/encode-picture.server.ts";
import { getStorage } from "#app/features/uploads/storage/open-storage.server.ts";
import type { Storage, StoredBytes } from "#app/features/uploads/storage/storage.ts";
import { FILE_PART } from "#app/features/uploads/store-upload.server.ts";
import { storageKey } from "#app/features/uploads/stored-file.server.ts";
import { readUploadAddress, type Addressed } from "#app/features/uploads/upload-address.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import { shownUploads } from "./shown-uploads.server.ts";

export type FileRequest = {
  /** `ID` or `ID-WxH`, as the address has it. */
  file: string;
  name: string;
  /** A picture's width in pixels, where a smaller one is enough. */
  width: number | null;
};

export type FoundFile = {
  kind: "image" | "file";
  mime: string;
  name: string;
  /** Whether guests may see it too. */
  isPublic: boolean;
  /** Names the content: it never changes. */
  tag: string;
  open: () => Promise<StoredBytes>;
};

async function findUpload(ctx: Ctx, { id, name, width, height }: Addressed) {
  const row = await ctx.db
    .selectFrom("upload")
    .innerJoin("stored_file", (join) =>
      join
        .onRef("stored_file.community_id", "=", "upload.community_id")
        .onRef("stored_file.key", "=", "upload.file_key"),
    )
    .select([
      "upload.member_id",
      "upload.kind",
      "upload.mime",
      "upload.name",
      "upload.width",
      "upload.height",
      "upload.file_key",
      "stored_file.parts",
    ])
    .where("upload.community_id", "=", ctx.community.id)
    .where("upload.id", "=", id)
    .executeTakeFirst();
  if (!row || row.name !== name || row.width !== width || row.height !== height) {
    throw new NotFoundError();
  }
  return row;
}

/** Throws NotFoundError unless a post shows it to the actor, they sent it, or they are staff. */
async function isPublic(ctx: Ctx, id: string, owner: number | null): Promise<boolean> {
  const [shown] = await shownUploads({ ...ctx, actor: GUEST }, [id]);
  if (shown) return true;
  if (ctx.actor.id === null) throw new NotFoundError();
  if (ctx.actor.id !== owner && !isStaff(ctx.actor.role)) {
    const [toActor] = await shownUploads(ctx, [id]);
    if (!toActor) throw new NotFoundError();
  }
  return false;
}

/**
 * A picture or an attachment by its address, for those who may see it: everybody who may read a
 * published post that shows it, who sent it, and staff. Throws NotFoundError.
 */
export async function getFile(
  ctx: Ctx,
  request: FileRequest,
  storage: Storage = getStorage(),
): Promise<FoundFile> {
  const address = readUploadAddress(request.file, request.name);
  if (!address) throw new NotFoundError();
  const upload = await findUpload(ctx, address);
  const smaller = request.width === null ? "" : partOf(request.width);
  const whole = upload.kind === "image" ? FULL_PART : FILE_PART;
  const part = upload.kind === "image" && upload.parts.includes(smaller) ? smaller : whole;
  return {
    kind: upload.kind,
    mime: upload.mime,
    name: upload.name,
    isPublic: await isPublic(ctx, address.id, upload.member_id),
    tag: `${address.id}-${part}`,
    open: async () => {
      const found = await storage.get(storageKey(ctx.community.id, upload.file_key, part));
      if (found) return found;
      ctx.log.warn({ upload: address.id, part }, "a stored file is missing");
      throw new NotFoundError();
    },
  };
}
