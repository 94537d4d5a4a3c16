import { handleKey } from "#app/features/members/handle.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import type { Audience } from "#db/schema.ts";
import { excerpt } from "./rich-text/document-to-text.ts";
import { stateKeyOf, threadHref, type AuthorView, type ThreadStateKey } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

export type ProfilePost = {
  postId: number;
  href: string;
  threadTitle: string;
  stateKey: ThreadStateKey;
  /** How the post begins, on one line. */
  excerpt: string;
  at: TimeText;
  helpful: number;
  accepted: boolean;
  official: boolean;
};

export type Profile = {
  member: AuthorView & { bio: string; joined: TimeText; mine: boolean; products: string[] };
  counts: { threads: number; answers: number; accepted: number; helpful: number };
  tab: "threads" | "answers";
  /** `false`: only members see what this member wrote. */
  open: boolean;
  posts: ProfilePost[];
  next: string | null;
};

export type GetProfile = {
  handle: string;
  tab?: "threads" | "answers" | undefined;
  cursor?: string | null | undefined;
};

const A_PAGE = 20;
const EXCERPT_LENGTH = 200;

/** Newest published posts of a kind in threads the actor may see: id order is the index's order. */
async function loadPosts(ctx: Ctx, memberId: number, input: GetProfile) {
  const cursor = decodeCursor(input.cursor);
  return visibleThreads(ctx)
    .innerJoin("post", (join) =>
      join
        .onRef("post.community_id", "=", "thread.community_id")
        .onRef("post.thread_id", "=", "thread.id"),
    )
    .where("post.author_id", "=", memberId)
    .where("post.state", "=", "published")
    .where("post.kind", "=", input.tab === "threads" ? "opening" : "answer")
    .$if(cursor !== null, (query) => query.where("post.id", "<", cursor!.id))
    .orderBy("post.id", "desc")
    .limit(A_PAGE + 1)
    .select(["post.id as post_id", "post.text", "post.created_at", "post.helpful_count"])
    .select(["post.official", "thread.id", "thread.slug", "thread.title", "thread.kind"])
    .select(["thread.state", "thread.accepted_post_id", "thread.official_post_id"])
    .select(["thread.locked_at", "thread.answer_count", "thread.idea_status"])
    .execute();
}

/** A member's public page: who they are and what they wrote lately. Throws NotFoundError. */
export async function getProfile(ctx: Ctx, input: GetProfile): Promise<Profile> {
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "hue", "role", "rank", "title", "bio", "created_at"])
    .select(["thread_count", "answer_count", "accepted_count", "helpful_count"])
    .select(["products", "show_products", "show_activity"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(input.handle))
    .executeTakeFirst();
  if (!member) throw new NotFoundError();
  const tab = input.tab ?? "answers";
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  const shows = (audience: Audience) => audience === "everyone" || ctx.actor.id !== null;
  const open = shows(member.show_activity);
  const rows = open ? await loadPosts(ctx, member.id, { ...input, tab }) : [];
  const page = pageOf(rows, A_PAGE, (row): Cursor => ({ value: row.post_id, id: row.post_id }));
  const { handle, name, hue, role, rank, title, bio } = member;
  return {
    member: {
      handle,
      name,
      hue,
      role,
      rank,
      title,
      bio,
      joined: time(member.created_at),
      mine: member.id === ctx.actor.id,
      products: shows(member.show_products) ? member.products : [],
    },
    counts: {
      threads: member.thread_count,
      answers: member.answer_count,
      accepted: member.accepted_count,
      helpful: member.helpful_count,
    },
    tab,
    open,
    posts: page.rows.map((row) => ({
      postId: row.post_id,
      href:
        tab === "threads"
          ? threadHref(row.id, row.slug)
          : `${threadHref(row.id, row.slug)}?post=${row.post_id}#post-${row.post_id}`,
      threadTitle: row.title,
      stateKey: stateKeyOf(row),
      excerpt: excerpt(row.text, EXCERPT_LENGTH),
      at: time(row.created_at),
      helpful: row.helpful_count,
      accepted: row.accepted_post_id === row.post_id,
      official: row.official,
    })),
    next: page.next,
  };
}
