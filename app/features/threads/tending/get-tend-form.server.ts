import { sql } from "kysely";
import { assertCan, can } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ThreadChangeKind } from "#db/schema-threads.ts";
import { loadThread, type LoadedThread } from "../load-post.server.ts";
import { threadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";

export type TendedChange = {
  kind: ThreadChangeKind;
  by: string | null;
  at: TimeText;
  /** Slugs of tags, names of spaces, numbers of threads; of a pin `yes` or `no`; empty: nothing. */
  before: string[];
  after: string[];
};

export type TendForm = {
  href: string;
  title: string;
  can: { retag: boolean; markDuplicate: boolean; move: boolean };
  /** Names, with commas between. */
  tags: string;
  spaceSlug: string;
  /** Where the actor may move it; with the space it is in. */
  spaces: { slug: string; name: string }[];
  /** Newest first. */
  changes: TendedChange[];
};

const MOST_CHANGES = 30;

async function loadPlaces(ctx: Ctx, thread: LoadedThread) {
  const spaces = await ctx.db
    .selectFrom("space")
    .select(["id", "slug", "name", "read_role", "post_role"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const subject = threadSubject(thread);
  const open = spaces.filter(
    ({ id, read_role: readRole, post_role: postRole }) =>
      id === thread.space_id ||
      can(ctx.actor, "thread.move", { ...subject, to: { kind: thread.kind, readRole, postRole } }),
  );
  return { open, names: new Map(spaces.map(({ id, name }) => [id, name])) };
}

async function loadTags(ctx: Ctx, threadId: number): Promise<string> {
  const rows = await ctx.db
    .selectFrom("thread_tag")
    .innerJoin("tag", (join) =>
      join
        .onRef("tag.community_id", "=", "thread_tag.community_id")
        .onRef("tag.id", "=", "thread_tag.tag_id"),
    )
    .where("thread_tag.community_id", "=", ctx.community.id)
    .where("thread_tag.thread_id", "=", threadId)
    .select("tag.name")
    .orderBy("tag.name")
    .execute();
  return rows.map(({ name }) => name).join(", ");
}

function told(value: unknown, kind: ThreadChangeKind, spaces: Map<number, string>): string[] {
  if (value === null) return [];
  if (kind === "space") return [spaces.get(Number(value)) ?? ""];
  if (kind === "pin") return [value === true ? "yes" : "no"];
  return (Array.isArray(value) ? value : [value]).map(String);
}

async function loadChanges(ctx: Ctx, threadId: number, spaces: Map<number, string>) {
  const { rows } = await sql<{
    kind: ThreadChangeKind;
    before: unknown;
    after: unknown;
    created_at: Date;
    name: string | null;
  }>`
    select change.kind, change.before, change.after, change.created_at, member.name
    from thread_change change
    left join member on member.community_id = change.community_id and member.id = change.actor_id
    where change.community_id = ${ctx.community.id} and change.thread_id = ${threadId}
    order by change.id desc limit ${MOST_CHANGES}
  `.execute(ctx.db);
  return rows.map((row): TendedChange => ({
    kind: row.kind,
    by: row.name,
    at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    before: told(row.before, row.kind, spaces),
    after: told(row.after, row.kind, spaces),
  }));
}

/**
 * A thread's tags and space for whoever may change one of them, and what was changed before. Throws
 * NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function getTendForm(ctx: Ctx, threadId: number): Promise<TendForm> {
  const thread = await loadThread(ctx.db, ctx, threadId);
  const subject = threadSubject(thread);
  const may = {
    retag: can(ctx.actor, "thread.retag", subject),
    markDuplicate: can(ctx.actor, "thread.markDuplicate", subject),
    move: can(ctx.actor, "thread.move", subject),
  };
  if (!may.markDuplicate && !may.move) assertCan(ctx.actor, "thread.retag", subject);
  const { open, names } = await loadPlaces(ctx, thread);
  return {
    href: threadRef(thread).href,
    title: thread.title,
    can: may,
    tags: await loadTags(ctx, thread.id),
    spaceSlug: open.find(({ id }) => id === thread.space_id)?.slug ?? "",
    spaces: may.move ? open.map(({ slug, name }) => ({ slug, name })) : [],
    changes: await loadChanges(ctx, thread.id, names),
  };
}
