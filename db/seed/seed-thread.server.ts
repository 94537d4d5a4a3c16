import { sql } from "kysely";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import { threadLine } from "#app/features/threads/thread-line.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Tx } from "../client.server.ts";
import type { SeedEdit, SeedPost, SeedThread } from "./content/types.ts";

const MINUTE = 60_000;

/** Slugs and handles of a seeded community → ids. */
export type SeedIds = {
  communityId: number;
  spaces: Map<string, number>;
  tags: Map<string, number>;
  members: Map<string, number>;
  names: Map<string, string>;
  /** Keys of threads and posts; filled as they are written. */
  placed: Map<string, { kind: "thread" | "post"; id: number }>;
};

type NewPost = {
  threadId: number;
  kind: "opening" | "answer" | "reply";
  parent?: { id: number; rootId: number };
  author: string;
  body: string;
  at: Date;
  post: Pick<SeedPost, "state" | "official" | "edits" | "helpful">;
  title?: string;
  startedAt: number;
};

function idOf(map: Map<string, number>, key: string): number {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the demo content names "${key}", which isn't there`);
  return id;
}

async function nextPostId(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('post', 'id')) as id
  `.execute(tx);
  return rows[0]!.id;
}

/** The first `count` members after the author, turned by the post's id so that voters differ. */
function voters(ids: SeedIds, author: string, count: number, turn: number): number[] {
  const others = [...ids.members].filter(([handle]) => handle !== author).map(([, id]) => id);
  return Array.from({ length: count }, (_, index) => others[(index + turn) % others.length]!);
}

/** A revision row holds the text before an edit, with who edited, when and why. */
async function writeRevisions(
  tx: Tx,
  ids: SeedIds,
  postId: number,
  input: { author: string; edits: SeedEdit[]; title?: string; startedAt: number },
): Promise<void> {
  const { author, edits, title, startedAt } = input;
  const rows = edits.map((edit, index) => {
    const { document, text } = renderMarkdown(edit.body);
    return {
      community_id: ids.communityId,
      post_id: postId,
      number: index + 1,
      title: title === undefined ? null : (edit.title ?? title),
      document: JSON.stringify(document),
      text,
      editor_id: idOf(ids.members, edit.by ?? author),
      reason: edit.reason ?? "",
      created_at: new Date(startedAt + edit.minutesAfter * MINUTE),
    };
  });
  await tx.insertInto("revision").values(rows).execute();
  const last = rows.at(-1)!;
  await tx
    .updateTable("post")
    .set({
      revision: rows.length + 1,
      edited_at: last.created_at,
      edited_by: last.editor_id,
    })
    .where("community_id", "=", ids.communityId)
    .where("id", "=", postId)
    .execute();
}

async function writePost(
  tx: Tx,
  ids: SeedIds,
  input: NewPost,
): Promise<{ id: number; rootId: number; text: string }> {
  const id = await nextPostId(tx);
  const { document, html, text } = renderMarkdown(input.body);
  const rootId = input.parent?.rootId ?? id;
  const { state = "published", official = false, edits = [], helpful } = input.post;
  await tx
    .insertInto("post")
    .values({
      community_id: ids.communityId,
      id,
      thread_id: input.threadId,
      kind: input.kind,
      parent_id: input.parent?.id ?? null,
      root_id: rootId,
      author_id: idOf(ids.members, input.author),
      document: JSON.stringify(document),
      html,
      text,
      state,
      official,
      created_at: input.at,
    })
    .execute();
  if (helpful > 0) {
    await tx
      .insertInto("vote")
      .values(
        voters(ids, input.author, helpful, id).map((memberId) => ({
          community_id: ids.communityId,
          post_id: id,
          member_id: memberId,
          created_at: input.at,
        })),
      )
      .execute();
  }
  if (edits.length > 0) {
    await writeRevisions(tx, ids, id, {
      author: input.author,
      edits,
      title: input.title,
      startedAt: input.startedAt,
    });
  }
  return { id, rootId, text };
}

async function writeThreadRow(tx: Tx, ids: SeedIds, thread: SeedThread, at: Date): Promise<number> {
  const { id } = await tx
    .insertInto("thread")
    .values({
      community_id: ids.communityId,
      kind: thread.kind,
      space_id: idOf(ids.spaces, thread.space),
      author_id: idOf(ids.members, thread.author),
      title: thread.title,
      slug: slugOf(thread.title),
      state: thread.state ?? "published",
      locked_at: thread.locked ? at : null,
      locked_reason: thread.locked?.reason ?? "",
      pinned: thread.pinned ?? false,
      idea_status: thread.kind === "idea" ? (thread.ideaStatus ?? "new") : null,
      idea_note: thread.ideaNote ?? "",
      created_at: at,
      last_activity_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (thread.tags.length > 0) {
    await tx
      .insertInto("thread_tag")
      .values(
        thread.tags.map((tag) => ({
          community_id: ids.communityId,
          thread_id: id,
          tag_id: idOf(ids.tags, tag),
        })),
      )
      .execute();
  }
  if (thread.sameHere) {
    await tx
      .insertInto("same_here")
      .values(
        voters(ids, thread.author, thread.sameHere, id * 7).map((memberId) => ({
          community_id: ids.communityId,
          thread_id: id,
          member_id: memberId,
          created_at: at,
        })),
      )
      .execute();
  }
  return id;
}

/** Writes one demo thread with its posts, votes and revisions; counters are recomputed afterwards. */
export async function seedThread(
  tx: Tx,
  ids: SeedIds,
  thread: SeedThread,
  now: number,
): Promise<void> {
  const startedAt = now - thread.minutesAgo * MINUTE;
  const at = new Date(startedAt);
  const threadId = await writeThreadRow(tx, ids, thread, at);
  ids.placed.set(thread.key, { kind: "thread", id: threadId });
  const opening = await writePost(tx, ids, {
    threadId,
    kind: "opening",
    author: thread.author,
    body: thread.body,
    at,
    startedAt,
    title: thread.title,
    post: { helpful: thread.helpful ?? 0, edits: thread.edits },
  });
  const written = new Map([["opening", opening]]);
  for (const post of thread.posts) {
    const parent =
      post.kind === "reply" ? (written.get(post.parentKey ?? "opening") ?? opening) : undefined;
    written.set(
      post.key,
      await writePost(tx, ids, {
        threadId,
        kind: post.kind,
        parent,
        author: post.author,
        body: post.body,
        at: new Date(startedAt + post.minutesAfter * MINUTE),
        startedAt,
        post,
      }),
    );
  }
  for (const [key, { id }] of written) {
    if (key !== "opening") ids.placed.set(key, { kind: "post", id });
  }
  const authorOf = (key: string | undefined) =>
    thread.posts.find((post) => post.key === key)?.author;
  const accepted = thread.acceptedKey ? written.get(thread.acceptedKey) : undefined;
  const official = thread.officialKey ? written.get(thread.officialKey) : undefined;
  const shown = accepted ?? official;
  const author = authorOf(accepted ? thread.acceptedKey : thread.officialKey);
  await tx
    .updateTable("thread")
    .set({
      opening_post_id: opening.id,
      accepted_post_id: accepted?.id ?? null,
      accepted_by: accepted ? idOf(ids.members, thread.acceptedBy ?? thread.author) : null,
      accepted_at: accepted
        ? new Date(startedAt + (thread.acceptedAfterMinutes ?? 0) * MINUTE)
        : null,
      official_post_id: official?.id ?? null,
      ...(shown && author ? threadLine(ids.names.get(author) ?? null, shown.text) : {}),
    })
    .where("community_id", "=", ids.communityId)
    .where("id", "=", threadId)
    .execute();
}
