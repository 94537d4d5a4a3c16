import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import type { FollowKind } from "#db/schema-threads.ts";
import { threadHref } from "../thread-view.ts";
import { visibleThreads } from "../visible-to.server.ts";

export type Subject = { id: number; href: string };

async function findThread(ctx: Ctx, given: string): Promise<Subject | undefined> {
  if (!/^[1-9]\d{0,14}$/.test(given)) return undefined;
  const row = await visibleThreads(ctx)
    .where("thread.id", "=", Number(given))
    .select(["thread.id", "thread.slug"])
    .executeTakeFirst();
  return row && { id: row.id, href: threadHref(row.id, row.slug) };
}

async function findSpace(ctx: Ctx, slug: string): Promise<Subject | undefined> {
  const row = await ctx.db
    .selectFrom("space")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", slug)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .executeTakeFirst();
  return row && { id: row.id, href: `/s/${slug}` };
}

async function findTagId(ctx: Ctx, slug: string): Promise<Subject | undefined> {
  const row = await ctx.db
    .selectFrom("tag")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && { id: row.id, href: `/tag/${encodeURIComponent(slug)}` };
}

async function findMember(ctx: Ctx, handle: string): Promise<Subject | undefined> {
  const row = await ctx.db
    .selectFrom("member")
    .select(["id", "handle"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  return row && { id: row.id, href: `/m/${encodeURIComponent(row.handle)}` };
}

const FINDERS = { thread: findThread, space: findSpace, tag: findTagId, member: findMember };

/** What can be followed, by kind and name, as far as the actor may see it. Throws NotFoundError. */
export async function findSubject(ctx: Ctx, kind: FollowKind, subject: string): Promise<Subject> {
  const found = await FINDERS[kind](ctx, subject);
  if (!found) throw new NotFoundError();
  return found;
}
