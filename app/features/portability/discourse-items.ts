import { slugOf } from "#app/lib/slug.ts";
import { discoursePostKey } from "./discourse-links.ts";
import type { DiscoursePost, DiscourseTopic } from "./discourse-topic.ts";
import type { PostFields, ThreadItem, Where } from "./import-items.ts";
import { parseWhen } from "./parse-when.ts";
import { revealMedia } from "./reveal-media.ts";

type State = { state: "published" | "hidden" | "deleted"; stateReason: string };

/** The key of a member: user names differ by more than case. */
export function memberKey(username: string): string {
  return username.toLowerCase();
}

/** Whether a post was withdrawn there. */
export function stateOf(post: DiscoursePost): State {
  if (post.deleted_at || post.user_deleted) {
    return { state: "deleted", stateReason: "Deleted before the import" };
  }
  if (post.hidden) return { state: "hidden", stateReason: "Hidden before the import" };
  return { state: "published", stateReason: "" };
}

function threadState(topic: DiscourseTopic, opening: DiscoursePost): State {
  if (topic.deleted_at) return { state: "deleted", stateReason: "Deleted before the import" };
  if (topic.visible === false) return { state: "hidden", stateReason: "Hidden before the import" };
  return stateOf(opening);
}

/** What a post keeps of its source. */
export function fieldsOf(
  topic: DiscourseTopic,
  post: DiscoursePost,
  { createdAt, baseUrl }: { createdAt: Date; baseUrl: string },
): PostFields {
  const slug = topic.slug || "-";
  const number = post.post_number;
  const path = number === 1 ? `/t/${slug}/${topic.id}` : `/t/${slug}/${topic.id}/${number}`;
  const isEdited = (post.version ?? 1) > 1;
  return {
    key: discoursePostKey(topic.id, number),
    author: post.username ? memberKey(post.username) : null,
    sourceAuthor: post.username ? null : (post.name ?? null),
    text: { html: revealMedia(post.cooked) },
    createdAt,
    editedAt: isEdited ? parseWhen(post.updated_at) : null,
    editor: null,
    licence: null,
    sourceUrl: `${baseUrl}${path}`,
    // A slug of digits alone would read as an address of ours.
    oldPaths: /^\d+$/.test(slug) ? [] : [path],
  };
}

/** A topic with its first post as a thread: a question, unless it is news. */
export function threadOf(
  topic: DiscourseTopic,
  opening: DiscoursePost,
  {
    where,
    dates,
    isAnswered,
    baseUrl,
  }: {
    where: Where;
    dates: Map<number, Date>;
    isAnswered: boolean;
    baseUrl: string;
  },
): ThreadItem {
  const isNews = topic.archetype === "banner" || /^announcements?$/i.test(topic.category ?? "");
  const tags = (topic.tags ?? []).map((tag) => (typeof tag === "string" ? tag : tag.name));
  return {
    type: "thread",
    where,
    key: String(topic.id),
    kind: isNews && !isAnswered ? "announcement" : "question",
    space: null,
    title: topic.title,
    tags: tags.map((name) => ({ slug: slugOf(name).slice(0, 60), name })),
    ...threadState(topic, opening),
    lockedAt: topic.closed ? [...dates.values()].at(-1)! : null,
    lockedReason: topic.closed ? "Closed before the import" : "",
    pinned: topic.pinned_globally === true,
    ideaStatus: null,
    ideaNote: "",
    opening: fieldsOf(topic, opening, { createdAt: dates.get(1)!, baseUrl }),
  };
}
