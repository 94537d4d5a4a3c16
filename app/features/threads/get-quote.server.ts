import { can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { loadPost } from "./load-post.server.ts";
import { documentToMarkdown } from "./rich-text/document-to-markdown.ts";
import { quoteOf } from "./rich-text/quote-of.ts";
import type { DocumentJson } from "./rich-text/schema.ts";

async function loadQuoted(ctx: Ctx, threadId: number, postId: number) {
  try {
    const post = await loadPost(ctx.db, ctx, postId);
    return post.thread_id === threadId && can(ctx.actor, "post.read", post.subject) ? post : null;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** A post of a thread as the Markdown of a quote to answer below; "" when there is none to read. */
export async function getQuote(
  ctx: Ctx,
  input: { threadId: number; postId: number },
): Promise<string> {
  const post = await loadQuoted(ctx, input.threadId, input.postId);
  if (!post) return "";
  const author =
    post.author_id === null
      ? undefined
      : await ctx.db
          .selectFrom("member")
          .select("name")
          .where("community_id", "=", ctx.community.id)
          .where("id", "=", post.author_id)
          .executeTakeFirst();
  const name = author?.name ?? ctx.t("common.formerMember");
  const quote = quoteOf(post.document as DocumentJson, name);
  return `${documentToMarkdown({ type: "doc", content: [quote] })}\n\n`;
}
