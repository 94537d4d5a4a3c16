import type { Db } from "#db/client.server.ts";
import { loadDocuments } from "../load-documents.server.ts";
import type { DocumentChange } from "../port.ts";
import { CORPUS } from "./corpus.ts";
import type { TestThread } from "./test-thread.ts";

const DAY = 86_400_000;
/** When the test searches are made. */
export const NOW = new Date("2026-06-01T12:00:00Z");

export type Seeded = {
  community: { id: number; locale: string };
  spaces: Record<"general" | "mobile" | "billing", number>;
};

async function insertPost(
  db: Db,
  communityId: number,
  post: { threadId: number; kind: "opening" | "answer"; text: string; helpful: number; at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto("post")
    .values((eb) => ({
      community_id: communityId,
      thread_id: post.threadId,
      kind: post.kind,
      root_id: eb.fn<number>("currval", [eb.val("post_id_seq")]),
      document: JSON.stringify({ type: "doc", content: [] }),
      html: "",
      text: post.text,
      helpful_count: post.helpful,
      created_at: post.at,
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertThread(
  db: Db,
  { community, spaces }: Seeded,
  thread: TestThread & { at: Date; members: Map<string, number>; tagIds: Map<string, number> },
): Promise<number> {
  const { id } = await db
    .insertInto("thread")
    .values({
      community_id: community.id,
      kind: thread.kind ?? "question",
      idea_status: thread.kind === "idea" ? "new" : null,
      space_id: spaces[thread.space ?? "general"],
      author_id: thread.members.get(thread.author ?? "") ?? null,
      title: thread.title,
      slug: thread.key,
      helpful_count: thread.helpful ?? 0,
      created_at: thread.at,
      last_activity_at: thread.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const post = { threadId: id, at: thread.at };
  const opening = await insertPost(db, community.id, {
    ...post,
    kind: "opening",
    text: thread.text,
    helpful: thread.helpful ?? 0,
  });
  const isQuestion = (thread.kind ?? "question") === "question";
  const answer = thread.solution
    ? await insertPost(db, community.id, {
        ...post,
        kind: "answer",
        text: thread.solution,
        helpful: 0,
      })
    : null;
  await db
    .updateTable("thread")
    .set({
      opening_post_id: opening,
      accepted_post_id: isQuestion ? answer : null,
      answer_count: answer === null ? 0 : 1,
    })
    .where("community_id", "=", community.id)
    .where("id", "=", id)
    .execute();
  const tags = (thread.tags ?? []).map((tag) => ({
    community_id: community.id,
    thread_id: id,
    tag_id: thread.tagIds.get(tag)!,
  }));
  if (tags.length > 0) await db.insertInto("thread_tag").values(tags).execute();
  return id;
}

/** Writes the test corpus as threads; gives their ids by key, and their documents. */
export async function seedCorpus(
  db: Db,
  seeded: Seeded,
): Promise<{ ids: Map<string, number>; changes: DocumentChange[] }> {
  const communityId = seeded.community.id;
  const members = new Map<string, number>();
  for (const handle of new Set(CORPUS.flatMap(({ author }) => author ?? []))) {
    const { id } = await db
      .insertInto("member")
      .values({ community_id: communityId, handle, handle_key: handle, name: handle })
      .returning("id")
      .executeTakeFirstOrThrow();
    members.set(handle, id);
  }
  const tags = new Map<string, number>();
  for (const slug of new Set(CORPUS.flatMap((thread) => thread.tags ?? []))) {
    const { id } = await db
      .insertInto("tag")
      .values({ community_id: communityId, slug, name: slug })
      .returning("id")
      .executeTakeFirstOrThrow();
    tags.set(slug, id);
  }
  const ids = new Map<string, number>();
  for (const [index, thread] of CORPUS.entries()) {
    const at = new Date(NOW.getTime() - (index + 1) * DAY);
    ids.set(thread.key, await insertThread(db, seeded, { ...thread, at, members, tagIds: tags }));
  }
  return { ids, changes: await loadDocuments(db, seeded.community, [...ids.values()]) };
}
