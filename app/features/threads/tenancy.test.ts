import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { listBookmarks } from "./bookmarks/list-bookmarks.server.ts";
import { setBookmark } from "./bookmarks/set-bookmark.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { draftForm } from "./drafts/draft-form.ts";
import { getDrafts } from "./drafts/get-drafts.server.ts";
import { listDrafts } from "./drafts/list-drafts.server.ts";
import { discardDraft } from "./drafts/remove-draft.server.ts";
import { saveDraft } from "./drafts/save-draft.server.ts";
import { editPost } from "./edit-post.server.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { getFollowing } from "./following/get-following.server.ts";
import { readThread } from "./following/read-thread.server.ts";
import { setFollow } from "./following/set-follow.server.ts";
import { getCommunityStats } from "./get-community-stats.server.ts";
import { getEditForm } from "./get-edit-form.server.ts";
import { getFixPage } from "./get-fix-page.server.ts";
import { getIdeaLog } from "./get-idea-log.server.ts";
import { getPostHistory } from "./get-post-history.server.ts";
import { getProfile } from "./get-profile.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { listTags } from "./list-tags.server.ts";
import { listThreads } from "./list-threads.server.ts";
import { listTopHelpers } from "./list-top-helpers.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { mergeIdea } from "./merge-idea.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { recountMembers } from "./recount-members.server.ts";
import { recountPlaces } from "./recount-places.server.ts";
import { reportFix } from "./report-fix.server.ts";
import { resolveRedirect } from "./resolve-redirect.server.ts";
import { restorePost } from "./restore-post.server.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { sameHere } from "./same-here.server.ts";
import { searchThreads } from "./searching/search-threads.server.ts";
import { setIdeaStatus } from "./set-idea-status.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";
import { unmarkOfficial } from "./unmark-official.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();
const here = await makeCommunity(db, { slug: "here", name: "Here" });
let asker: TestMember;
let helper: TestMember;
let staff: TestMember;
let there: number;
let ref: { threadId: number; postId: number };
let answerId: number;
let replyId: number;

const TABLES = [
  "member",
  "space",
  "tag",
  "thread",
  "thread_tag",
  "post",
  "revision",
  "vote",
  "same_here",
  "idempotency",
  "redirect",
  "idea_status_change",
  "fix_report",
  "draft",
  "follow",
  "thread_read",
  "bookmark",
  "reputation_entry",
  "badge_grant",
  "expertise",
] as const;
const as = (actor: TestMember): Ctx => makeCtx(db, here, actor);

/** Copies every row of the first community into a second one: all ids, slugs, handles and keys collide. */
async function mirror(): Promise<number> {
  const { id } = await db
    .insertInto("community")
    .values({ slug: "there", name: "There" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const copy = async (table: string, set: string) => {
    const { rows } = await sql<{ column: string }>`
      select column_name as column from information_schema.columns
      where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER' and column_name <> 'community_id'
    `.execute(db);
    const names = rows.map((row) => row.column);
    await sql`insert into ${sql.table(table)} (community_id, ${sql.join(names.map((name) => sql.ref(name)))})
      select ${id}::int, ${sql.join(names.map((name) => sql.ref(name)))}
      from (select (jsonb_populate_record(t, to_jsonb(t) || ${set}::jsonb)).* from ${sql.table(table)} t
        where t.community_id = ${here.id}) t`.execute(db);
  };
  await copy("member", '{"name": "THERE", "bio": "THERE"}');
  await copy("space", '{"name": "THERE"}');
  await copy("tag", '{"name": "THERE"}');
  await copy(
    "thread",
    '{"title": "THERE question", "line_text": "", "opening_post_id": null, "accepted_post_id": null, "official_post_id": null}',
  );
  await copy("thread_tag", "{}");
  await copy("post", '{"html": "<p>THERE</p>", "text": "THERE"}');
  for (const table of ["revision", "vote", "same_here", "idempotency", "redirect"])
    await copy(table, "{}");
  for (const table of ["fix_report", "follow", "thread_read", "bookmark"]) await copy(table, "{}");
  for (const table of ["reputation_entry", "badge_grant", "expertise"]) await copy(table, "{}");
  await copy("draft", '{"title": "THERE", "body": "THERE"}');
  await sql`update thread t set opening_post_id = h.opening_post_id, accepted_post_id = h.accepted_post_id,
      official_post_id = h.official_post_id
    from thread h where t.community_id = ${id} and h.community_id = ${here.id} and h.id = t.id`.execute(
    db,
  );
  return id;
}

async function snapshot(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ hash: string }>`
      select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash
      from ${sql.table(table)} t where community_id = ${there}`.execute(db);
    found[table] = rows[0]!.hash;
  }
  return found;
}

beforeAll(async () => {
  asker = await makeMember(db, here, { handle: "ada" });
  helper = await makeMember(db, here, { handle: "hal" });
  staff = await makeMember(db, here, { handle: "sam", role: "admin" });
  await db
    .insertInto("tag")
    .values({ community_id: here.id, slug: "wifi", name: "Wi-Fi" })
    .execute();
  ref = await startThread(as(asker), {
    kind: "question",
    title: "Question asked here",
    body: "HERE",
    spaceSlug: "general",
    tags: ["wifi"],
    idempotencyKey: "asked-here-1",
  });
  await startThread(as(asker), {
    kind: "question",
    title: "Another question asked here",
    body: "HERE",
    spaceSlug: "general",
    tags: ["wifi"],
  });
  answerId = (await postAnswer(as(helper), { threadId: ref.threadId, body: "HERE" })).postId;
  replyId = (await postReply(as(asker), { parentId: answerId, body: "HERE" })).postId;
  await acceptAnswer(as(asker), { postId: answerId, replaces: null });
  await editPost(as(helper), { postId: answerId, body: "HERE edited", baseRevision: 1 });
  await voteHelpful(as(asker), { postId: answerId, on: true });
  await sameHere(as(helper), { threadId: ref.threadId, on: true });
  await db
    .insertInto("redirect")
    .values({ community_id: here.id, path: "/old", thread_id: ref.threadId, post_id: answerId })
    .execute();
  await reportFix(as(asker), { threadId: ref.threadId, works: true, visit: null });
  await saveDraft(as(asker), draftForm.parse({ draftKey: "ask", body: "HERE" }));
  await setFollow(as(asker), { kind: "space", subject: "general", on: true });
  await setFollow(as(asker), { kind: "tag", subject: "wifi", on: true });
  await setFollow(as(asker), { kind: "member", subject: "hal", on: true });
  await setBookmark(as(asker), { postId: answerId, on: true });
  await readThread(as(asker), ref.threadId);
  await settleCommunity({ db, community: here });
  there = await mirror();
});

it("no query gives anything of the other community", async () => {
  const threadId = ref.threadId;
  for (const actor of [asker, staff]) {
    const ctx = as(actor);
    const answers = [
      await getThreadPage(ctx, { threadId }),
      await getThreadPage(ctx, { threadId, sort: "helpful", postId: replyId }),
      await listThreads(ctx, { list: "latest" }),
      await listThreads(ctx, {
        list: "latest",
        spaceSlug: "general",
        tagSlug: "wifi",
        authorHandle: "ada",
      }),
      await listThreads(ctx, { list: "top" }),
      await listThreads(ctx, { list: "solved" }),
      await listThreads(ctx, { list: "needs_answer" }),
      await getPostHistory(ctx, { postId: answerId }),
      await getEditForm(ctx, { postId: ref.postId }).catch(() => null),
      await getProfile(ctx, { handle: "hal" }),
      await listTags(ctx),
      await listSpaces(ctx),
      await listTopHelpers(ctx),
      await searchThreads(ctx, "question"),
      await findPostAddress(ctx, answerId),
      await resolveRedirect(ctx, "/old"),
      await getIdeaLog(ctx, threadId),
      await getFixPage(ctx, threadId),
      await listThreads(ctx, { list: "following" }),
      await getFollowing(ctx, { cursor: null }),
      await listBookmarks(ctx, { cursor: null }),
      await listDrafts(ctx),
      await getDrafts(ctx, ["ask"]),
    ];
    expect(JSON.stringify(answers)).not.toContain("THERE");
    for (const list of [answers[2], answers[4]])
      expect(list).toMatchObject({ threads: { length: 2 } });
    expect((answers[0] as Awaited<ReturnType<typeof getThreadPage>>).related).toHaveLength(1);
    expect((await getCommunityStats(ctx)).members).toBe(3);
  }
});

it("no command touches the other community", async () => {
  const before = await snapshot();
  const { threadId, postId } = ref;
  await editPost(as(asker), {
    postId,
    body: "HERE again",
    title: "A new title given here",
    baseRevision: 1,
  });
  await editPost(as(helper), { postId: answerId, body: "HERE once more", baseRevision: 2 });
  await saveDraft(as(asker), draftForm.parse({ draftKey: "ask", body: "HERE again" }));
  await discardDraft(as(asker), "ask");
  await setFollow(as(asker), { kind: "tag", subject: "wifi", on: false });
  await setFollow(as(asker), { kind: "thread", subject: String(threadId), on: false });
  await setBookmark(as(asker), { postId: answerId, on: false });
  await readThread(as(helper), threadId);
  await reportFix(as(asker), { threadId, works: false, visit: null });
  await reportFix(as(staff), { threadId, works: true, visit: null });
  await voteHelpful(as(helper), { postId, on: true });
  await voteHelpful(as(asker), { postId: answerId, on: false });
  await sameHere(as(helper), { threadId, on: false });
  await unacceptAnswer(as(asker), { postId: answerId });
  await acceptAnswer(as(asker), { postId: answerId, replaces: null });
  await markOfficial(as(staff), { postId: answerId });
  await unmarkOfficial(as(staff), { postId: answerId });
  await markOfficial(as(staff), { postId: answerId });
  await hidePost(as(staff), { postId: answerId, reason: "x" });
  await unhidePost(as(staff), { postId: answerId });
  await deletePost(as(asker), { postId: replyId });
  await restorePost(as(asker), { postId: replyId });
  await lockThread(as(staff), { threadId, reason: "x" });
  await unlockThread(as(staff), { threadId });
  await hideThread(as(staff), { threadId, reason: "x" });
  await restoreThread(as(staff), { threadId });
  await deleteThread(as(staff), { threadId });
  await restoreThread(as(staff), { threadId });
  await startThread(as(staff), {
    kind: "idea",
    title: "An idea that is new here",
    body: "x",
    spaceSlug: "general",
    tags: ["fresh"],
    idempotencyKey: "a-new-key-here",
  });
  const ideas: number[] = [];
  for (const title of ["One idea from here", "Another idea from here"]) {
    const idea = { kind: "idea", title, body: "x", spaceSlug: "general" } as const;
    ideas.push((await startThread(as(asker), idea)).threadId);
  }
  await sameHere(as(helper), { threadId: ideas[0]!, on: true });
  await setIdeaStatus(as(staff), { threadId: ideas[0]!, status: "declined", note: "x" });
  await mergeIdea(as(staff), { threadId: ideas[0]!, target: String(ideas[1]) });
  await postAnswer(as(staff), { threadId, body: "x", idempotencyKey: "asked-here-1" });
  await postReply(as(staff), { parentId: answerId, body: "x" });
  const events = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", here.id)
    .execute();
  for (const event of events) {
    const fact = { ...event, communityId: here.id } as unknown as AppEvent;
    if (fact.type === "thread.started" || fact.type === "thread.state_changed") {
      await recountPlaces(as(staff), fact);
      await recountMembers(as(staff), fact);
    }
    if (fact.type === "vote.changed" || fact.type === "answer.published")
      await recountMembers(as(staff), fact);
  }
  await settleCommunity({ db, community: here });
  expect(await snapshot()).toEqual(before);
  expect(
    await db.selectFrom("event").select("id").where("community_id", "=", there).execute(),
  ).toEqual([]);
  expect(await examine(db, here.id)).toEqual([]);
});

it("what is only in the other community is missing here, for every query and command", async () => {
  const elsewhere: Community = { ...here, id: there, slug: "there" };
  const away = await makeMember(db, elsewhere, { handle: "zoe", role: "admin" });
  const abroad = makeCtx(db, elsewhere, away);
  const thread = await startThread(abroad, {
    kind: "question",
    title: "Only asked over there",
    body: "x",
    spaceSlug: "general",
  });
  const { postId } = await postAnswer(abroad, { threadId: thread.threadId, body: "Only there" });
  const { threadId } = thread;
  const ctx = as(staff);
  const tries: (() => Promise<unknown>)[] = [
    () => getThreadPage(ctx, { threadId }),
    () => getPostHistory(ctx, { postId }),
    () => getEditForm(ctx, { postId }),
    () => getProfile(ctx, { handle: "zoe" }),
    () => listThreads(ctx, { list: "latest", authorHandle: "zoe" }),
    () => editPost(ctx, { postId, body: "y", baseRevision: 1 }),
    () => voteHelpful(ctx, { postId, on: true }),
    () => sameHere(ctx, { threadId, on: true }),
    () => reportFix(ctx, { threadId, works: true, visit: null }),
    () => getFixPage(ctx, threadId),
    () => setIdeaStatus(ctx, { threadId, status: "planned", note: "" }),
    () => mergeIdea(ctx, { threadId, target: "1" }),
    () => acceptAnswer(ctx, { postId, replaces: null }),
    () => unacceptAnswer(ctx, { postId }),
    () => markOfficial(ctx, { postId }),
    () => unmarkOfficial(ctx, { postId }),
    () => hidePost(ctx, { postId, reason: "x" }),
    () => unhidePost(ctx, { postId }),
    () => deletePost(ctx, { postId }),
    () => restorePost(ctx, { postId }),
    () => lockThread(ctx, { threadId }),
    () => unlockThread(ctx, { threadId }),
    () => hideThread(ctx, { threadId, reason: "x" }),
    () => deleteThread(ctx, { threadId }),
    () => restoreThread(ctx, { threadId }),
    () => postAnswer(ctx, { threadId, body: "y" }),
    () => postReply(ctx, { parentId: postId, body: "y" }),
  ];
  for (const attempt of tries) {
    const error = await attempt().catch((thrown: unknown) => thrown);
    expect(error, String(attempt)).toBeInstanceOf(NotFoundError);
    expect((error as NotFoundError).status).toBe(404);
  }
  expect(await findPostAddress(ctx, postId)).toBeNull();
});
