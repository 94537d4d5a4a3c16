import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff, type MemberRole } from "#app/lib/roles.ts";
import { firstBlocks } from "./first-blocks.ts";
import { excerpt } from "../rich-text/document-to-text.ts";
import type { FacetedHit } from "./find-faceted.server.ts";
import type { LikelyFixView, SearchResultView } from "./search-page-view.ts";

/** Share of what was asked for that a likely fix holds, weighed by how telling the words are. */
const FITS = 0.9;
/** One word says too little of a problem, unless hardly anything else has it. */
const FEW = 3;
/** Letters of an answer that are shown. */
const SHOWN = 800;

/**
 * True when the first of all results is solved or officially answered and holds what was asked for, with
 * some of it in its title. A result without a measure of that was put first by staff.
 */
export function clearlyFits(
  first: { hit: FacetedHit; result: SearchResultView },
  { total, typed }: { total: number; typed: number },
): boolean {
  const { hit, result } = first;
  if (hit.thread.kind !== "question" || result.line === null) return false;
  if (hit.coverage === null) return true;
  if (hit.coverage < FITS || !result.title.some((part) => part.hit)) return false;
  return typed > 1 || total <= FEW;
}

async function loadAnswer(ctx: Ctx, postId: number) {
  return ctx.db
    .selectFrom("post")
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "post.community_id")
        .onRef("author.id", "=", "post.author_id"),
    )
    .where("post.community_id", "=", ctx.community.id)
    .where("post.id", "=", postId)
    .where("post.state", "=", "published")
    .select(["post.html", "post.text", "post.works_count", "post.author_id", "post.source_author"])
    .select(["author.name", "author.hue", "author.role", "author.title"])
    .executeTakeFirst();
}

function standingOf(ctx: Ctx, { role, title }: { role: MemberRole | null; title: string | null }) {
  const brand = ctx.community.name;
  if (role !== null && isStaff(role)) {
    return { note: title || ctx.t("thread.roleStaff", { brand }), square: brand };
  }
  return { note: role === "super_user" ? ctx.t("thread.roleSuper") : "", square: null };
}

/** The answer of the first result to be shown in full; `null` when it is gone meanwhile. */
export async function loadLikelyFix(
  ctx: Ctx,
  { thread }: FacetedHit,
): Promise<LikelyFixView | null> {
  const postId = thread.accepted_post_id ?? thread.official_post_id;
  const post = postId === null ? undefined : await loadAnswer(ctx, postId);
  if (!post) return null;
  const name = post.name ?? post.source_author ?? ctx.t("common.formerMember");
  const beginning = firstBlocks(post.html, SHOWN);
  return {
    official: thread.accepted_post_id === null,
    html: beginning.html === "" ? null : beginning.html,
    excerpt: beginning.html === "" ? excerpt(post.text, SHOWN) : "",
    whole: beginning.whole,
    href: `/p/${postId}`,
    author: { name, hue: post.hue ?? 0, ...standingOf(ctx, post) },
    worked: post.works_count,
    canReport: post.author_id === null || post.author_id !== ctx.actor.id,
  };
}
