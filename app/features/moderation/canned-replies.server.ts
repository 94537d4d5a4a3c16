import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";

export type CannedReply = { id: number; name: string; text: string };

const LIMITS = { name: 100, text: 4_000 } as const;

function read(given: string, field: keyof typeof LIMITS): string {
  const text = given.replaceAll("\r\n", "\n").trim();
  const max = LIMITS[field];
  if (text === "") throw new InvalidError({ [field]: { key: "error.required" } });
  if (text.length > max)
    throw new InvalidError({ [field]: { key: "error.tooLong", params: { max } } });
  return text;
}

/** What staff answer with, by name. Throws SignInNeededError, ForbiddenError. */
export async function listCannedReplies(ctx: Ctx): Promise<CannedReply[]> {
  assertCan(ctx.actor, "desk.manage", null);
  return ctx.db
    .selectFrom("canned_reply")
    .select(["id", "name", "text"])
    .where("community_id", "=", ctx.community.id)
    .orderBy(sql`lower(name)`)
    .execute();
}

/** Adds a canned reply, or changes one. Throws ConflictError when the name is taken, InvalidError (name, text), NotFoundError, SignInNeededError, ForbiddenError. */
export async function saveCannedReply(
  ctx: Ctx,
  input: { id?: number | undefined; name: string; text: string },
): Promise<{ id: number }> {
  assertCan(ctx.actor, "desk.manage", null);
  const at = ctx.community.id;
  const row = {
    name: read(input.name, "name"),
    text: read(input.text, "text"),
    updated_by: ctx.actor.id,
    updated_at: ctx.now,
  };
  const { rows } = await sql<{ id: number }>`
    select id from canned_reply where community_id = ${at} and lower(name) = lower(${row.name})
      and id <> ${input.id ?? 0}
  `.execute(ctx.db);
  if (rows.length > 0) throw new ConflictError("name_taken", { key: "moderation.nameTaken" });
  if (input.id === undefined) {
    return ctx.db
      .insertInto("canned_reply")
      .values({ community_id: at, ...row })
      .returning("id")
      .executeTakeFirstOrThrow();
  }
  const changed = await ctx.db
    .updateTable("canned_reply")
    .set(row)
    .where("community_id", "=", at)
    .where("id", "=", input.id)
    .returning("id")
    .executeTakeFirst();
  if (!changed) throw new NotFoundError();
  return changed;
}

/** Takes a canned reply away; again changes nothing. Throws SignInNeededError, ForbiddenError. */
export async function removeCannedReply(ctx: Ctx, input: { id: number }): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  await ctx.db
    .deleteFrom("canned_reply")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", input.id)
    .execute();
}

/** Fills the variables in braces of a canned reply, `{name}`; unknown ones stay as they stand. */
export function fillReply(text: string, variables: Record<string, string>): string {
  return text.replaceAll(/\{([a-z_]{1,30})\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : whole,
  );
}
