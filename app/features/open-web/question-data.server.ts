import type { PostView, PostWithReplies, ThreadPage } from "#app/features/threads/thread-view.ts";
import type { Ctx } from "#app/lib/ctx.ts";

type Person = { "@type": "Person"; name: string; url?: string };

type Answer = {
  "@type": "Answer";
  text: string;
  url: string;
  upvoteCount: number;
  datePublished: string;
  author?: Person;
};

/** schema.org QAPage, as search engines read it. */
export type QuestionData = {
  "@context": "https://schema.org";
  "@type": "QAPage";
  mainEntity: {
    "@type": "Question";
    name: string;
    text: string;
    url: string;
    answerCount: number;
    upvoteCount: number;
    datePublished: string;
    author?: Person;
    acceptedAnswer?: Answer;
    suggestedAnswer?: Answer[];
  };
};

type Text = { text: string; created_at: Date };

/** Whoever wrote it; none for somebody erased, no page for somebody who never was a member here. */
function personOf(baseUrl: string, post: PostView): { author?: Person } {
  if (post.author) {
    const { name, handle } = post.author;
    return { author: { "@type": "Person", name, url: `${baseUrl}/m/${handle}` } };
  }
  const name = post.source?.author;
  return name ? { author: { "@type": "Person", name } } : {};
}

function answerOf(baseUrl: string, post: PostView, { text, created_at }: Text): Answer {
  return {
    "@type": "Answer",
    text,
    url: baseUrl + post.href,
    upvoteCount: post.helpful,
    datePublished: created_at.toISOString(),
    ...personOf(baseUrl, post),
  };
}

async function textsOf(ctx: Ctx, posts: PostView[]): Promise<Map<number, Text>> {
  const rows = await ctx.db
    .selectFrom("post")
    .select(["id", "text", "created_at"])
    .where("community_id", "=", ctx.community.id)
    .where(
      "id",
      "in",
      posts.map(({ id }) => id),
    )
    .where("state", "=", "published")
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The structured data of a question's page, for guests, whom crawlers are: `null` for anything but
 * a published question with an answer, and for members. The question's votes are "same here" and
 * helpful ones together; the answers are those that the page shows, an official one first.
 * Source: schema.org/QAPage and Google's "Q&A (QAPage) structured data".
 */
export async function getQuestionData(ctx: Ctx, page: ThreadPage): Promise<QuestionData | null> {
  const { thread, opening, accepted, official } = page;
  const question = thread.kind === "question" && thread.state === "published";
  if (ctx.actor.kind !== "guest" || !question || thread.counts.answers === 0) return null;
  const { baseUrl } = ctx.community;
  const others = [official, ...page.answers].filter(
    (post): post is PostWithReplies => post !== null && !post.stub,
  );
  const texts = await textsOf(ctx, [opening, ...(accepted ? [accepted] : []), ...others]);
  const asked = texts.get(opening.id);
  const solution = accepted && texts.get(accepted.id);
  const suggested = others.flatMap((post) => {
    const text = texts.get(post.id);
    return text ? [answerOf(baseUrl, post, text)] : [];
  });
  if (!asked || (!solution && suggested.length === 0)) return null;
  return {
    "@context": "https://schema.org",
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: thread.title,
      text: asked.text,
      url: baseUrl + thread.href,
      answerCount: thread.counts.answers,
      upvoteCount: thread.counts.sameHere + thread.counts.helpful,
      datePublished: asked.created_at.toISOString(),
      ...personOf(baseUrl, opening),
      ...(accepted && solution ? { acceptedAnswer: answerOf(baseUrl, accepted, solution) } : {}),
      ...(suggested.length > 0 ? { suggestedAnswer: suggested } : {}),
    },
  };
}
