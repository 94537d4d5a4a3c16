import { InvalidDocumentError } from "#app/features/threads/rich-text/check-document.ts";
import { newIds } from "./import-ids.server.ts";
import type { PostFields, PostItem, Where } from "./import-items.ts";
import type { ImportJob, Of } from "./import-job.ts";
import { maybeLine, titleOf, webAddress } from "./import-words.ts";
import type { PreparedBatch } from "./prepared-batch.ts";
import { renderGivenText, type RenderedText } from "./render-given-text.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";

type Placed = { id: number; threadId: number; rootId: number };

/** The stored text, or null with the reason noted; an opening post is kept even without words. */
function textOf(
  item: { where: Where; fields: PostFields; isOpening: boolean },
  job: ImportJob,
  batch: PreparedBatch,
): RenderedText | null {
  const rules = {
    baseUrl: job.source.baseUrl,
    rewrite: (href: string) => job.ids.addressOf(href),
  };
  let rendered: RenderedText | null = null;
  try {
    rendered = renderGivenText(item.fields.text, rules);
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    batch.notTaken(item.where, `the text can't be stored: ${error.message}`);
    if (!item.isOpening) return null;
  }
  if (rendered && !rendered.isEmpty) {
    for (const change of rendered.changes) batch.changed(item.where, change);
    return rendered;
  }
  if (!item.isOpening) {
    batch.notTaken(item.where, "the post has no text");
    return null;
  }
  batch.changed(item.where, "the opening post has no text; “…” stands for it");
  return renderGivenText({ markdown: "…" }, rules);
}

function columnsOf(fields: PostFields, text: RenderedText, job: ImportJob) {
  const { ids, ctx } = job;
  return {
    community_id: ctx.community.id,
    author_id: ids.member(fields.author),
    document: text.document,
    html: text.html,
    text: text.text,
    edited_at: fields.editedAt,
    edited_by: fields.editedAt ? ids.member(fields.editor) : null,
    licence: maybeLine(fields.licence, 60),
    source_url: webAddress(fields.sourceUrl, 500),
    source_author: maybeLine(fields.sourceAuthor, 120),
    created_at: fields.createdAt,
  };
}

function addRedirects(
  fields: PostFields,
  { threadId, postId }: { threadId: number; postId: number | null },
  { job, batch }: { job: ImportJob; batch: PreparedBatch },
): void {
  for (const path of fields.oldPaths) {
    if (path.length > 500) continue;
    const row = { community_id: job.ctx.community.id, path };
    batch.redirects.push({ ...row, thread_id: threadId, post_id: postId });
  }
}

function spaceOf(item: Of<"thread">, job: ImportJob): number {
  const own = item.space === null || job.space.always ? undefined : job.spaces.get(item.space);
  return own ?? job.space.id;
}

function addTags(item: Of<"thread">, threadId: number, job: ImportJob, batch: PreparedBatch): void {
  const tags = new Map(item.tags.filter((tag) => tag.slug !== "").map((tag) => [tag.slug, tag]));
  const kept = [...tags.values()].slice(0, IMPORT_LIMITS.tags);
  for (const { slug, name } of kept) {
    const isNew = !job.tags.has(slug) && !batch.tags.some((tag) => tag.slug === slug);
    if (isNew) {
      const tagName = maybeLine(name, 60) ?? slug;
      batch.tags.push({ community_id: job.ctx.community.id, slug, name: tagName });
      batch.count("tags");
    }
    batch.threadTags.push({ threadId, slug });
  }
}

function prepareThread(item: Of<"thread">, job: ImportJob, batch: PreparedBatch): Placed | null {
  const ids = job.ids.thread(item.key);
  if (!ids) return null;
  const { opening } = item;
  const text = textOf({ where: item.where, fields: opening, isOpening: true }, job, batch);
  if (!text) return null;
  const title = titleOf(item.title);
  if (title !== item.title.trim()) {
    const reason = title === "…" ? "the title is missing" : "the title is cut or tidied";
    if (title === "…" || item.title.trim().length > IMPORT_LIMITS.title) {
      batch.changed(item.where, reason);
    }
  }
  const post = columnsOf(opening, text, job);
  batch.threads.push({
    community_id: job.ctx.community.id,
    id: ids.id,
    kind: item.kind,
    space_id: spaceOf(item, job),
    author_id: post.author_id,
    title,
    slug: ids.slug,
    state: item.state,
    state_reason: item.state === "published" ? "" : item.stateReason,
    locked_at: item.lockedAt,
    locked_reason: item.lockedReason,
    pinned: item.pinned,
    idea_status: item.kind === "idea" ? item.ideaStatus : null,
    idea_note: item.ideaNote,
    opening_post_id: ids.openingId,
    created_at: opening.createdAt,
    last_activity_at: opening.createdAt,
  });
  batch.posts.push({
    ...post,
    id: ids.openingId,
    thread_id: ids.id,
    kind: "opening",
    parent_id: null,
    root_id: ids.openingId,
    state: "published",
    state_reason: "",
  });
  addTags(item, ids.id, job, batch);
  addRedirects(opening, { threadId: ids.id, postId: null }, { job, batch });
  batch.record("thread", item.key, ids.id);
  batch.record("post", opening.key, ids.openingId);
  batch.touchedThreads.add(ids.id);
  batch.count("threads");
  return { id: ids.openingId, threadId: ids.id, rootId: ids.openingId };
}

function preparePost(
  item: PostItem,
  { id, parent, threadId }: { id: number; parent: Placed | null; threadId: number },
  { job, batch }: { job: ImportJob; batch: PreparedBatch },
): Placed | null {
  const text = textOf({ where: item.where, fields: item, isOpening: false }, job, batch);
  if (!text) return null;
  const rootId = parent?.rootId ?? id;
  batch.posts.push({
    ...columnsOf(item, text, job),
    id,
    thread_id: threadId,
    kind: parent ? "reply" : "answer",
    parent_id: parent?.id ?? null,
    root_id: rootId,
    state: item.state,
    state_reason: item.state === "published" ? "" : item.stateReason,
  });
  addRedirects(item, { threadId, postId: id }, { job, batch });
  batch.record(item.type, item.key, id);
  batch.touchedThreads.add(threadId);
  batch.count(parent ? "replies" : "answers");
  return { id, threadId, rootId };
}

/** Posts and threads of earlier batches that posts of this one belong to. */
async function findPlaced(job: ImportJob, items: PostItem[]) {
  const { db, community } = job.ctx;
  const postIds = items.flatMap((item) => (item.parent && job.ids.post(item.parent)?.id) || []);
  const threadIds = items.flatMap((item) => job.ids.thread(item.thread)?.id ?? []);
  const placed = new Map<number, Placed>();
  const threads = new Set<number>();
  if (postIds.length > 0) {
    const rows = await db
      .selectFrom("post")
      .select(["id", "thread_id", "root_id"])
      .where("community_id", "=", community.id)
      .where("id", "in", postIds)
      .execute();
    for (const { id, thread_id: threadId, root_id: rootId } of rows) {
      placed.set(id, { id, threadId, rootId });
    }
  }
  if (threadIds.length > 0) {
    const rows = await db
      .selectFrom("thread")
      .select("id")
      .where("community_id", "=", community.id)
      .where("id", "in", [...new Set(threadIds)])
      .execute();
    for (const { id } of rows) threads.add(id);
  }
  return { placed, threads };
}

/** Threads with their opening posts, answers and replies, in the order given. */
export async function preparePosts(
  job: ImportJob,
  items: (Of<"thread"> | PostItem)[],
  batch: PreparedBatch,
): Promise<void> {
  const posts = items.filter((item) => item.type !== "thread");
  const { placed, threads } = await findPlaced(job, posts);
  const comments = posts.filter((item) => item.type === "comment").length;
  const commentIds = comments > 0 ? await newIds(job.ctx.db, "post", comments) : [];
  for (const item of items) {
    if (item.type === "thread") {
      const made = prepareThread(item, job, batch);
      if (!made) continue;
      threads.add(made.threadId);
      placed.set(made.id, made);
      continue;
    }
    const id = item.type === "comment" ? commentIds.shift()! : job.ids.post(item.key)?.id;
    const threadId = job.ids.thread(item.thread)?.id;
    const parentId = item.parent === null ? undefined : job.ids.post(item.parent)?.id;
    const parent = parentId === undefined ? null : (placed.get(parentId) ?? null);
    if (id === undefined || threadId === undefined || !threads.has(threadId)) {
      batch.notTaken(item.where, "its thread wasn't taken");
      continue;
    }
    const isLost = item.parent !== null && parent?.threadId !== threadId;
    if (isLost && item.type === "comment") {
      batch.notTaken(item.where, "a comment on a post that wasn't taken");
      continue;
    }
    if (isLost) {
      const reason = "the post it replies to isn't before it in its thread; taken as an answer";
      batch.changed(item.where, reason);
    }
    const place = { id, parent: isLost ? null : parent, threadId };
    const made = preparePost(item, place, { job, batch });
    if (made) placed.set(id, made);
  }
}
