import { requireMember } from "#app/features/members/require-member.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { threadHref } from "../thread-view.ts";
import { visibleThreads } from "../visible-to.server.ts";
import { draftTarget, type DraftKey } from "./draft-key.ts";

export type DraftItem = {
  key: string;
  kind: "ask" | "answer" | "reply" | "edit";
  /** Of the question, or of the thread it belongs to; empty when there is none. */
  title: string;
  /** How it begins. */
  excerpt: string;
  /** Where it goes on; `null` when the place is gone. */
  href: string | null;
  at: TimeText;
};

const EXCERPT = 160;

type Place = { threadId: number; title: string; slug: string; postId: number | null };

/** The threads that drafts belong to and the actor may see, by draft key. */
async function findPlaces(ctx: Ctx, keys: DraftKey[]): Promise<Map<string, Place>> {
  const targets = keys.map((key) => [key, ...draftTarget(key)] as const);
  const ids = (answers: boolean) =>
    targets.flatMap(([, kind, id]) => (id !== null && (kind === "answer") === answers ? [id] : []));
  const [threadIds, postIds] = [ids(true), ids(false)];
  const threads =
    threadIds.length === 0
      ? []
      : await visibleThreads(ctx)
          .where("thread.id", "in", threadIds)
          .select(["thread.id", "thread.title", "thread.slug"])
          .execute();
  const posts =
    postIds.length === 0
      ? []
      : await visibleThreads(ctx)
          .innerJoin("post", (join) =>
            join
              .onRef("post.community_id", "=", "thread.community_id")
              .onRef("post.thread_id", "=", "thread.id"),
          )
          .where("post.id", "in", postIds)
          .select(["post.id as post_id", "thread.id", "thread.title", "thread.slug"])
          .execute();
  const places = new Map<string, Place>();
  for (const [key, kind, id] of targets) {
    const thread = kind === "answer" ? threads.find((row) => row.id === id) : undefined;
    const post = kind === "answer" ? undefined : posts.find((row) => row.post_id === id);
    const row = thread ?? post;
    if (!row) continue;
    places.set(key, { threadId: row.id, title: row.title, slug: row.slug, postId: id });
  }
  return places;
}

function hrefOf(key: DraftKey, place: Place | undefined): string | null {
  const [kind, id] = draftTarget(key);
  if (kind === "ask") return key === "ask" ? "/ask" : `/ask?draft=${encodeURIComponent(key)}`;
  if (!place) return null;
  if (kind === "edit") return `/p/${id}/edit`;
  const href = threadHref(place.threadId, place.slug);
  return kind === "answer" ? `${href}#answer` : `${href}?reply=${id}#post-${id}`;
}

/** All of the actor's drafts, newest first. Throws SignInNeededError. */
export async function listDrafts(ctx: Ctx): Promise<DraftItem[]> {
  const actor = requireMember(ctx);
  const rows = await ctx.db
    .selectFrom("draft")
    .select(["key", "title", "body", "updated_at"])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .orderBy("updated_at", "desc")
    .orderBy("key")
    .execute();
  const places = await findPlaces(
    ctx,
    rows.map((row) => row.key as DraftKey),
  );
  return rows.map((row) => {
    const place = places.get(row.key);
    const text = row.body.replace(/\s+/g, " ").trim();
    return {
      key: row.key,
      kind: draftTarget(row.key as DraftKey)[0],
      title: row.title || (place?.title ?? ""),
      excerpt: Array.from(text).slice(0, EXCERPT).join(""),
      href: hrefOf(row.key as DraftKey, place),
      at: formatTime(ctx.t, row.updated_at, ctx.now, ctx.community.timeZone),
    };
  });
}
