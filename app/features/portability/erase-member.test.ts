import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { askErasure, ERASE_AFTER_DAYS } from "#app/features/members/ask-erasure.server.ts";
import { hashPassword } from "#app/features/members/password.server.ts";
import { signIn } from "#app/features/members/sign-in.server.ts";
import { updateProfile } from "#app/features/members/update-profile.server.ts";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { setBookmark } from "#app/features/threads/bookmarks/set-bookmark.server.ts";
import { draftForm } from "#app/features/threads/drafts/draft-form.ts";
import { saveDraft } from "#app/features/threads/drafts/save-draft.server.ts";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import { readThread } from "#app/features/threads/following/read-thread.server.ts";
import { setFollow } from "#app/features/threads/following/set-follow.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import type { Actor, Community, Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { askExport } from "./ask-export.server.ts";
import { buildExport } from "./build-export.server.ts";
import { examine } from "./doctor.server.ts";
import { eraseMember } from "./erase-member.server.ts";
import { listExports, readExport } from "./own-exports.server.ts";
import { settleCommunity } from "./testing/settle-community.ts";

const { db } = await cloneDatabase();
const PASSWORD = "a long password for leaving";
const DEVICE = { userAgent: "CanaryBrowser", network: "203.0.113.9" };
const hash = await hashPassword(PASSWORD);

let community: Community;
let leaving: TestMember;
let stays: TestMember;
let own: { threadId: number; postId: number };
let theirs: { threadId: number; postId: number };
let answerId: number;
const as = (actor: Actor): Ctx => makeCtx(db, community, actor);
const later = (): Ctx => ({
  ...makeCtx(db, community),
  now: new Date(Date.now() + (ERASE_AFTER_DAYS + 1) * 86_400_000),
});

const ask = (by: TestMember, title: string) =>
  startThread(as(by), { kind: "question", title, body: `${title}, in full`, spaceSlug: "general" });

/** A member who left traces in every corner. */
async function live(): Promise<void> {
  own = await ask(leaving, "What the leaving member asked");
  theirs = await ask(stays, "What somebody else asked here");
  const answer = await postAnswer(as(leaving), { threadId: theirs.threadId, body: "The answer" });
  answerId = answer.postId;
  await acceptAnswer(as(stays), { postId: answerId, replaces: null });
  await editPost(as(leaving), { postId: answerId, body: "A better answer", baseRevision: 1 });
  const other = await postAnswer(as(stays), { threadId: own.threadId, body: "Try this" });
  await voteHelpful(as(leaving), { postId: other.postId, on: true });
  await voteHelpful(as(stays), { postId: answerId, on: true });
  await acceptAnswer(as(leaving), { postId: other.postId, replaces: null });
  await sameHere(as(leaving), { threadId: theirs.threadId, on: true });
  await postReply(as(leaving), { parentId: other.postId, body: "Thanks" });
  const naming = await postReply(as(stays), { parentId: answerId, body: "Hi @CanaryHandle" });
  await editPost(as(stays), {
    postId: naming.postId,
    body: "Thank you @CanaryHandle, that was it",
    baseRevision: 1,
  });
  await saveDraft(as(leaving), draftForm.parse({ draftKey: "ask", body: "CanaryDraft" }));
  await setFollow(as(leaving), { kind: "space", subject: "general", on: true });
  await setFollow(as(stays), { kind: "member", subject: leaving.handle, on: true });
  await setBookmark(as(leaving), { postId: theirs.postId, on: true });
  await readThread(as(leaving), theirs.threadId);
  await updateProfile(as(leaving), {
    name: leaving.name,
    bio: "CanaryBio",
    products: "CanaryProduct\nAnother",
    showProducts: "members",
  });
  await db
    .insertInto("mail")
    .values(
      [
        { member_id: leaving.id, to_address: "canary@example.com", subject: "To CanaryName" },
        { member_id: stays.id, to_address: "stays@example.com", subject: "CanaryName answered" },
      ].map((mail, at) => ({
        ...mail,
        community_id: community.id,
        dedupe_key: `m${at}`,
        html: "CanaryName",
        text: "x",
      })),
    )
    .execute();
  await signIn(as({ kind: "guest", role: "guest", id: null }), {
    login: leaving.handle,
    password: PASSWORD,
    device: DEVICE,
    cookieHeader: null,
  });
  await askExport(as(leaving));
}

beforeEach(async () => {
  community = await makeCommunity(db);
  leaving = await makeMember(db, community, {
    handle: "CanaryHandle",
    name: "CanaryName",
    email: "canary@example.com",
  });
  stays = await makeMember(db, community, { name: "Stays Here" });
  await db
    .updateTable("member")
    .set({ password_hash: hash })
    .where("id", "=", leaving.id)
    .execute();
  await live();
});

/** Tables in which a text stands anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id')
  `.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`
      select from ${sql.table(name)} t where t.community_id = ${community.id}
        and to_jsonb(t)::text ilike ${`%${text}%`} limit 1
    `.execute(db);
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

const erase = async () => {
  await settleCommunity({ db, community });
  await askErasure(as(leaving), { currentPassword: PASSWORD });
  expect(await eraseMember(later(), leaving.id)).toBe(true);
  await settleCommunity({ db, community });
};

describe("erasing a member", () => {
  it("leaves nothing of them in any table, and every counter true", async () => {
    expect(await tablesWith("canary")).toEqual([
      "draft",
      "mail",
      "member",
      "member_session",
      "post",
      "revision",
      "thread",
    ]);
    await erase();
    expect(await tablesWith("canary")).toEqual([]);
    expect(await tablesWith("203.0.113.9")).toEqual([]);
    expect(await examine(db, community.id)).toEqual([]);
    const page = await getThreadPage(as(stays), { threadId: theirs.threadId });
    expect(page.accepted).toMatchObject({ author: null, helpful: 1 });
    expect(page.accepted!.html).toContain("A better answer");
    expect(page.thread.counts).toMatchObject({ sameHere: 0, answers: 1 });
    expect(page.accepted!.replies[0]!.html).toContain("Thank you Former member, that was it");
    const asked = await getThreadPage(as(stays), { threadId: own.threadId });
    expect([asked.thread.author, asked.thread.mine]).toEqual([null, false]);
    expect(asked.accepted?.helpful).toBe(1);
  });

  it("removes their posts where the community says so", async () => {
    await db
      .updateTable("community")
      .set({ erase_policy: "remove" })
      .where("id", "=", community.id)
      .execute();
    const alone = await ask(leaving, "Nobody answered this canary one");
    await erase();
    expect(await tablesWith("canary")).toEqual([]);
    for (const text of ["A better answer", "The answer", "Thanks", "in full"]) {
      const left = await tablesWith(text);
      expect(left, text).toEqual(text === "in full" ? ["post"] : []);
    }
    expect(await examine(db, community.id)).toEqual([]);
    const page = await getThreadPage(as(stays), { threadId: theirs.threadId });
    expect([page.accepted, page.thread.counts.answers]).toEqual([null, 0]);
    const kept = await getThreadPage(as(stays), { threadId: own.threadId });
    expect(kept.thread.title).toBe("What the leaving member asked");
    expect(kept.opening.html).toContain("The author removed this text.");
    await expect(getThreadPage(as(stays), { threadId: alone.threadId })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("frees the handle and the address", async () => {
    await erase();
    const again = await makeMember(db, community, {
      handle: "CanaryHandle",
      email: "canary@example.com",
    });
    expect(again.id).not.toBe(leaving.id);
  });

  it("waits 14 days, and signing in takes it back", async () => {
    await askErasure(as(leaving), { currentPassword: PASSWORD });
    expect(await eraseMember(as(stays), leaving.id)).toBe(false);
    const sessions = await db
      .selectFrom("member_session")
      .select("id_hash")
      .where("member_id", "=", leaving.id)
      .execute();
    expect(sessions).toEqual([]);
    const login = { login: "canary@example.com", password: PASSWORD, device: DEVICE };
    expect((await signIn(as(stays), { ...login, cookieHeader: null })).kept).toBe(true);
    expect(await eraseMember(later(), leaving.id)).toBe(false);
    expect((await signIn(as(stays), { ...login, cookieHeader: null })).kept).toBe(false);
  });

  it("needs the password, and somebody to run the community", async () => {
    await expect(askErasure(as(leaving), { currentPassword: "wrong" })).rejects.toThrow(
      InvalidError,
    );
    await db.updateTable("member").set({ role: "admin" }).where("id", "=", leaving.id).execute();
    const asked = () => askErasure(as(leaving), { currentPassword: PASSWORD });
    await expect(asked()).rejects.toThrow(ConflictError);
    await makeMember(db, community, { role: "admin" });
    await asked();
  });

  it("touches nobody of another community", async () => {
    const other = await makeCommunity(db);
    await askErasure(as(leaving), { currentPassword: PASSWORD });
    const elsewhere = { ...later(), community: other };
    expect(await eraseMember(elsewhere, leaving.id)).toBe(false);
  });
});

describe("an export", () => {
  async function build() {
    const { id } = (await listExports(as(leaving)))[0]!;
    await buildExport(as(stays), {
      id: "e",
      communityId: community.id,
      type: "member.export_asked",
      payload: { memberId: leaving.id, exportId: id },
      actorId: leaving.id,
      createdAt: new Date(),
    });
    return id;
  }

  it("holds everything of the member's, no secrets and nothing of others", async () => {
    const id = await build();
    expect((await listExports(as(leaving)))[0]).toMatchObject({ id, ready: true });
    const json = await readExport(as(leaving), id);
    const content = JSON.parse(json) as Record<string, unknown[]>;
    for (const section of ["thread", "post", "vote", "same_here", "draft", "follow", "bookmark"]) {
      expect(content[section]?.length, section).toBeGreaterThan(0);
    }
    expect(content.mail).toHaveLength(1);
    expect(content.account).toMatchObject({ handle: "CanaryHandle", bio: "CanaryBio" });
    expect(json).not.toContain(hash);
    expect(json).not.toMatch(/_hash"|Try this/);
  });

  it("is its owner's alone and runs out", async () => {
    const id = await build();
    await expect(readExport(as(stays), id)).rejects.toThrow(NotFoundError);
    const other = await makeCommunity(db);
    await expect(readExport({ ...as(leaving), community: other }, id)).rejects.toThrow(
      NotFoundError,
    );
    const after = { ...as(leaving), now: new Date(Date.now() + 73 * 3_600_000) };
    await expect(readExport(after, id)).rejects.toThrow(NotFoundError);
    expect(await listExports(after)).toEqual([]);
  });
});
