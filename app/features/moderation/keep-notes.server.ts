import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, NotFoundError } from "#app/lib/errors.ts";

const MOST = 2_000;

function readNote(given: string): string {
  const text = given.replaceAll("\r\n", "\n").trim();
  if (text === "") throw new InvalidError({ text: { key: "error.required" } });
  if (text.length > MOST) {
    throw new InvalidError({ text: { key: "error.tooLong", params: { max: MOST } } });
  }
  return text;
}

/** Writes down something about a member for staff alone. Throws InvalidError (text), NotFoundError, SignInNeededError, ForbiddenError. */
export async function noteMember(
  ctx: Ctx,
  input: { memberId: number; text: string },
): Promise<{ noteId: number }> {
  assertCan(ctx.actor, "desk.see", { spaceId: null });
  const text = readNote(input.text);
  const member = await ctx.db
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", Number.isSafeInteger(input.memberId) ? input.memberId : 0)
    .executeTakeFirst();
  if (!member) throw new NotFoundError();
  const { id } = await ctx.db
    .insertInto("member_note")
    .values({
      community_id: ctx.community.id,
      member_id: member.id,
      author_id: ctx.actor.id,
      text,
      created_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { noteId: id };
}

/** Writes down something about a thread for the desk. Throws InvalidError (text), NotFoundError, SignInNeededError, ForbiddenError. */
export async function noteThread(
  ctx: Ctx,
  input: { threadId: number; text: string },
): Promise<{ noteId: number }> {
  const text = readNote(input.text);
  const thread = await ctx.db
    .selectFrom("thread")
    .select(["id", "space_id"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", Number.isSafeInteger(input.threadId) ? input.threadId : 0)
    .executeTakeFirst();
  assertCan(ctx.actor, "desk.see", { spaceId: thread?.space_id ?? null });
  if (!thread) throw new NotFoundError();
  const { id } = await ctx.db
    .insertInto("thread_note")
    .values({
      community_id: ctx.community.id,
      thread_id: thread.id,
      author_id: ctx.actor.id,
      text,
      created_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { noteId: id };
}
