import type { Ctx } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { atLeast } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";
import { NEW_FOR_DAYS, QUOTAS, type Quota } from "./upload-limits.ts";

const DAY = 24 * 60 * 60 * 1_000;

async function quotaOf(db: Db, ctx: Ctx): Promise<Quota> {
  if (atLeast(ctx.actor.role, "super_user")) return QUOTAS.trusted;
  const member = await db
    .selectFrom("member")
    .select("created_at")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", ctx.actor.id)
    .executeTakeFirst();
  const since = ctx.now.getTime() - (member?.created_at.getTime() ?? ctx.now.getTime());
  return since < NEW_FOR_DAYS * DAY ? QUOTAS.new : QUOTAS.member;
}

/**
 * Throws a 429 AppError when the actor would send more within a day than they may. Uploads are counted
 * that are there still: none is swept before a day is over.
 */
export async function checkQuota(db: Db, ctx: Ctx, bytes: number): Promise<void> {
  const quota = await quotaOf(db, ctx);
  const used = await db
    .selectFrom("upload")
    .select((eb) => [
      eb.fn.countAll<string>().as("files"),
      eb.fn.coalesce(eb.fn.sum<string>("received_bytes"), eb.lit(0)).as("bytes"),
    ])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("created_at", ">", new Date(ctx.now.getTime() - DAY))
    .executeTakeFirstOrThrow();
  if (Number(used.files) >= quota.files) {
    throw new AppError("upload_quota", 429, {
      key: "upload.quotaFiles",
      params: { max: quota.files },
    });
  }
  if (Number(used.bytes) + bytes > quota.bytes) {
    const megabytes = Math.floor(quota.bytes / (1024 * 1024));
    throw new AppError("upload_quota", 429, {
      key: "upload.quotaBytes",
      params: { max: megabytes },
    });
  }
}
