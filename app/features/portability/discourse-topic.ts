import { z } from "zod";

const text = z.string().nullish();
const flag = z.boolean().nullish();
const count = z.number().int().min(0).nullish();

const postSchema = z.object({
  post_number: z.number().int().min(1).max(1_000_000),
  post_type: z.number().int().nullish(),
  username: text,
  name: text,
  created_at: text,
  updated_at: text,
  version: z.number().nullish(),
  cooked: z.string(),
  reply_to_post_number: z.number().int().nullish(),
  like_count: count,
  actions_summary: z.array(z.object({ id: z.number(), count })).nullish(),
  accepted_answer: flag,
  hidden: flag,
  deleted_at: text,
  user_deleted: flag,
  avatar_template: text,
});

const topicSchema = z.object({
  id: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  slug: text,
  title: z.string(),
  url: text,
  category: text,
  archetype: text,
  closed: flag,
  visible: flag,
  pinned_globally: flag,
  deleted_at: text,
  created_at: text,
  tags: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  accepted_answer: z
    .object({ post_number: z.number().int(), accepter_username: text })
    .nullish()
    .catch(null),
  posts: z.array(z.unknown()).nullish(),
  post_stream: z
    .object({ posts: z.array(z.unknown()), stream: z.array(z.unknown()).nullish() })
    .nullish(),
});

export type DiscoursePost = z.infer<typeof postSchema>;
export type DiscourseTopic = Omit<z.infer<typeof topicSchema>, "posts" | "post_stream"> & {
  posts: DiscoursePost[];
  /** Posts of the topic that the file doesn't hold. */
  missing: number;
  broken: { index: number; reason: string }[];
};

function reasonOf(error: z.ZodError): string {
  const { path, message } = error.issues[0]!;
  return `${path.join(".") || "the topic"}: ${message}`;
}

/**
 * Reads a topic as Discourse serves it at /t/ID.json (`post_stream.posts`), or with its posts in
 * `posts`. Posts come in the order of their numbers, each number once.
 */
export function readTopic(json: string): DiscourseTopic | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: "not JSON, or cut off" };
  }
  const parsed = topicSchema.safeParse(value);
  if (!parsed.success) return { problem: `not a topic: ${reasonOf(parsed.error)}` };
  const { posts: given, post_stream: stream, ...topic } = parsed.data;
  const raw = stream?.posts ?? given;
  if (!raw) return { problem: "not a topic: it has no posts" };
  const broken: DiscourseTopic["broken"] = [];
  const posts = new Map<number, DiscoursePost>();
  for (const [index, item] of raw.entries()) {
    const post = postSchema.safeParse(item);
    if (!post.success) broken.push({ index, reason: reasonOf(post.error) });
    else if (posts.has(post.data.post_number)) {
      broken.push({ index, reason: "the post number is there twice" });
    } else posts.set(post.data.post_number, post.data);
  }
  return {
    ...topic,
    posts: [...posts.values()].sort((a, b) => a.post_number - b.post_number),
    missing: Math.max(0, (stream?.stream?.length ?? 0) - raw.length),
    broken,
  };
}

/** How many found a post helpful. */
export function likesOf(post: DiscoursePost): number {
  return post.actions_summary?.find(({ id }) => id === 2)?.count ?? post.like_count ?? 0;
}

/** The address of the forum a topic comes from, as far as the topic tells. */
export function forumOf(topic: DiscourseTopic): string | null {
  if (/^https?:/i.test(topic.url ?? "") && URL.canParse(topic.url!))
    return new URL(topic.url!).origin;
  for (const { avatar_template: avatar } of topic.posts) {
    const host = /^\/user_avatar\/([a-z0-9.-]+\.[a-z]{2,})\//i.exec(avatar ?? "")?.[1];
    if (host) return `https://${host.toLowerCase()}`;
  }
  return null;
}
