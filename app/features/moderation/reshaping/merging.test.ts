import { beforeEach, describe, expect, it } from "vitest";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { setBookmark } from "#app/features/threads/bookmarks/set-bookmark.server.ts";
import { findMovedAddress } from "#app/features/threads/find-moved-address.server.ts";
import { findPostAddress } from "#app/features/threads/find-post-address.server.ts";
import { setFollow } from "#app/features/threads/following/set-follow.server.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { reportFix } from "#app/features/threads/report-fix.server.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import { GUEST, type Community } from "#app/lib/ctx.ts";
import { loader as postPage } from "#app/routes/p.$postId._index.tsx";
import { loader as threadPage } from "#app/routes/t.$threadId.$slug.tsx";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember } from "#db/testing/make.ts";
import { codeOf, reshapeScene } from "#db/testing/reshape-scene.ts";

const { db } = await cloneDatabase();
const { desk, begin, settled, decideIt, undo, thereAndBack, thread, post } = await reshapeScene(db);

beforeEach(begin);

/** Where a guest who asks for an address is sent, or why not; `null`: it is shown. */
async function leadsTo(community: Community, path: string): Promise<string | null> {
  const request = new Request(community.baseUrl + path);
  const [, kind, id, slug] = new URL(request.url).pathname.split("/");
  const info = { requestId: "r", ip: "127.0.0.1", signal: new AbortController().signal };
  const given = { request, context: { info }, params: { threadId: id, postId: id, slug } };
  const load = (kind === "p" ? postPage : threadPage) as (of: typeof given) => Promise<unknown>;
  return load(given).then(
    () => null,
    (thrown: Response | { data: { code: string } }) =>
      "data" in thrown ? thrown.data.code : thrown.headers.get("Location"),
  );
}

describe("a merge", { timeout: 120_000 }, () => {
  it("makes one thread of two, and of one two again", async () => {
    const { threadId, postId, good, also } = await desk.talk();
    const into = await desk.talk();
    const fan = await makeMember(db, desk.community);
    const both = await makeMember(db, desk.community);
    for (const id of [threadId, into.threadId]) {
      await sameHere(desk.as(both), { threadId: id, on: true });
      await setFollow(desk.as(both), { kind: "thread", subject: String(id), on: true });
      await reportFix(desk.as(both), { threadId: id, works: true, visit: null });
    }
    await sameHere(desk.as(fan), { threadId, on: true });
    await setFollow(desk.as(fan), { kind: "thread", subject: String(threadId), on: true });
    await reportFix(desk.as(fan), { threadId, works: true, visit: null });
    await setBookmark(desk.as(fan), { postId: also, on: true });
    await voteHelpful(desk.as(fan), { postId, on: true });
    const under = await postReply(desk.as(desk.other), { parentId: postId, body: "Here as well." });
    await decideIt({ verb: "hide", subject: { kind: "post", id: also } });
    await db
      .insertInto("redirect")
      .values([
        { community_id: desk.community.id, path: "/old/1", thread_id: threadId, post_id: null },
        { community_id: desk.community.id, path: "/old/2", thread_id: threadId, post_id: good },
      ])
      .execute();
    await settled();
    const replies = (await thread(into.threadId)).reply_count;
    await thereAndBack(
      { verb: "merge", subject: { kind: "thread", id: threadId }, target: String(into.threadId) },
      async () => {
        const [old, now] = [await thread(threadId), await thread(into.threadId)];
        expect(old).toMatchObject({ merged_into: into.threadId, opening_post_id: null });
        expect(old).toMatchObject({ reply_count: 0, same_here_count: 0, accepted_post_id: null });
        // The opening post, one answer with its reply, the reply under the opening; one is hidden, its reply isn't.
        expect(now).toMatchObject({ reply_count: replies + 5, same_here_count: 2 });
        expect(now.accepted_post_id).toBe(into.good);
        expect(await post(postId)).toMatchObject({
          thread_id: into.threadId,
          kind: "reply",
          parent_id: into.postId,
          root_id: into.postId,
        });
        expect(await post(under.postId)).toMatchObject({ parent_id: postId, root_id: into.postId });
        expect(await post(also)).toMatchObject({ thread_id: into.threadId, state: "hidden" });
        const guest = desk.as(GUEST);
        const canonical = `/t/${into.threadId}/${now.slug}`;
        expect(await findMovedAddress(guest, threadId)).toBe(canonical);
        expect(await findPostAddress(guest, good)).toContain(canonical);
        const { threads: listed } = await listThreads(guest, { list: "latest", limit: 50 });
        const ids = listed.map(({ id }) => id);
        expect(ids).toContain(into.threadId);
        expect(ids).not.toContain(threadId);
      },
    );
  });

  it("brings an accepted and an official answer along where there is none", async () => {
    const { threadId, good, also } = await desk.talk();
    const into = await desk.ask();
    await decideIt({ verb: "mark_official", subject: { kind: "post", id: also } });
    await thereAndBack(
      { verb: "merge", subject: { kind: "thread", id: threadId }, target: String(into.threadId) },
      async () => {
        expect(await thread(into.threadId)).toMatchObject({
          accepted_post_id: good,
          official_post_id: also,
        });
        expect(await thread(threadId)).toMatchObject({ accepted_post_id: null, line_text: "" });
      },
    );
  });

  it("makes an answer of the opening post in a discussion, and takes along what led there", async () => {
    const { threadId, postId } = await desk.ask();
    const earlier = await desk.ask();
    const into = await desk.ask({ kind: "discussion" });
    const merge = { verb: "merge", target: String(into.threadId) } as const;
    await decideIt({
      verb: "merge",
      subject: { kind: "thread", id: earlier.threadId },
      target: String(threadId),
    });
    await thereAndBack({ ...merge, subject: { kind: "thread", id: threadId } }, async () => {
      expect(await post(postId)).toMatchObject({ kind: "answer", parent_id: null });
      expect((await thread(earlier.threadId)).merged_into).toBe(into.threadId);
    });
    const duplicate = await desk.ask();
    const { threadId: asked } = await desk.ask();
    await decideIt({
      verb: "mark_duplicate",
      subject: { kind: "thread", id: duplicate.threadId },
      target: String(asked),
    });
    const subject = { kind: "thread", id: asked } as const;
    expect(await codeOf(decideIt({ ...merge, subject }))).toBe("invalid");
    const question = await desk.ask();
    await thereAndBack({ verb: "merge", subject, target: String(question.threadId) }, async () => {
      expect((await thread(duplicate.threadId)).duplicate_of).toBe(question.threadId);
    });
  });

  it("leads from old addresses to where things stand now", async () => {
    const { threadId, good } = await desk.talk();
    const into = await desk.talk();
    const { slug } = await thread(threadId);
    const { slug: canonical } = await thread(into.threadId);
    const leads = (path: string) => leadsTo(desk.community, path);
    const post = { verb: "split", subject: { kind: "post", id: into.also } } as const;
    await decideIt({ ...post, title: "A matter of its own" });
    const target = String(into.threadId);
    await decideIt({ verb: "merge", subject: { kind: "thread", id: threadId }, target });
    const now = `/t/${into.threadId}/${canonical}`;
    expect(await leads(`/t/${threadId}/${slug}`)).toBe(now);
    expect(await leads(`/t/${threadId}/${slug}?post=${good}`)).toBe(`${now}#post-${good}`);
    expect(await leads(`/p/${good}`)).toBe(`${now}#post-${good}`);
    expect(await leads(`${now}?post=${into.also}`)).toContain("/a-matter-of-its-own#post-");
    expect(await leads(`${now}?post=${good}`)).toBeNull();
    expect(await leads("/t/999999/nothing")).toBe("not_found");
    await settled();
  });

  it("takes along what posts gave, also when it is taken back there", async () => {
    const { threadId, good } = await desk.talk();
    const into = await desk.ask({}, desk.other);
    // On a day when nothing else was given.
    await db
      .updateTable("vote")
      .set({ created_at: new Date("2026-03-04T05:06:07Z") })
      .where("post_id", "=", good)
      .where("member_id", "=", desk.asker.id)
      .execute();
    await begin();
    const points = await desk.pointsOf(desk.helper);
    const target = String(into.threadId);
    await decideIt({ verb: "merge", subject: { kind: "thread", id: threadId }, target });
    await settled();
    expect(await desk.pointsOf(desk.helper)).toBe(points);
    await begin();
    await voteHelpful(desk.as(desk.asker), { postId: good, on: false });
    await settled();
    expect(await desk.pointsOf(desk.helper)).toBeLessThan(points);
  });

  it("is refused where the threads don’t fit or are none any more", async () => {
    const { threadId } = await desk.ask();
    const subject = { kind: "thread", id: threadId } as const;
    const merge = (target: string) => codeOf(decideIt({ verb: "merge", subject, target }));
    const idea = await desk.ask({ kind: "idea" });
    const gone = await desk.ask();
    const other = await desk.ask();
    await decideIt({ verb: "remove", subject: { kind: "thread", id: gone.threadId } });
    for (const target of ["", "x", String(threadId), "999999999"])
      expect(await merge(target)).toBe("invalid");
    expect(await merge(String(idea.threadId))).toBe("invalid");
    expect(await merge(String(gone.threadId))).toBe("invalid");
    await decideIt({ verb: "merge", subject, target: String(other.threadId) });
    expect(await merge(String(other.threadId))).toBe("decided_meanwhile");
    for (const verb of ["lock", "hide", "remove", "convert", "split", "restore"] as const)
      expect(await codeOf(decideIt({ verb, subject, threadKind: "discussion" }))).toMatch(
        /decided_meanwhile|not_found/,
      );
    await settled();
  });

  it("isn’t undone over what was written, accepted or decided since", async () => {
    const made = async () => {
      const from = await desk.ask();
      const moved = await desk.answer(from.threadId);
      const into = await desk.ask();
      const { decisionId } = await decideIt({
        verb: "merge",
        subject: { kind: "thread", id: from.threadId },
        target: String(into.threadId),
      });
      return {
        moved: moved.postId,
        opening: from.postId,
        undo: () => codeOf(undo(decisionId)),
      };
    };
    const replied = await made();
    await postReply(desk.as(desk.other), { parentId: replied.moved, body: "Did you restart it?" });
    expect(await replied.undo()).toBe("changed_since");
    const accepted = await made();
    await acceptAnswer(desk.as(desk.asker), { postId: accepted.moved, replaces: null });
    expect(await accepted.undo()).toBe("changed_since");
    const hidden = await made();
    const hide = await decideIt({ verb: "hide", subject: { kind: "post", id: hidden.moved } });
    expect(await hidden.undo()).toBe("built_on");
    await undo(hide.decisionId);
    expect(await hidden.undo()).toBe("done");
    await settled();
  });
});
