import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import { markOfficial } from "#app/features/threads/mark-official.server.ts";
import { mergeIdea } from "#app/features/threads/merge-idea.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { reportFix } from "#app/features/threads/report-fix.server.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { setIdeaStatus } from "#app/features/threads/set-idea-status.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { checks } from "./doctor-checks.server.ts";
import { examine } from "./doctor.server.ts";
import { settleCommunity } from "./testing/settle-community.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const as = (actor: TestMember): Ctx => makeCtx(db, community, actor);

beforeAll(async () => {
  const asker = await makeMember(db, community);
  const helper = await makeMember(db, community);
  const staff = await makeMember(db, community, { role: "admin" });
  await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "wifi" })
    .execute();
  const { threadId, postId } = await startThread(as(asker), {
    kind: "question",
    title: "A healthy question",
    body: "b",
    spaceSlug: "general",
    tags: ["wifi"],
  });
  const answer = await postAnswer(as(helper), { threadId, body: "the answer" });
  await postAnswer(as(helper), { threadId, body: "another answer" });
  await postReply(as(asker), { parentId: answer.postId, body: "thanks" });
  await acceptAnswer(as(asker), { postId: answer.postId, replaces: null });
  await markOfficial(as(staff), { postId: answer.postId });
  await editPost(as(helper), { postId: answer.postId, body: "the better answer", baseRevision: 1 });
  await voteHelpful(as(helper), { postId, on: true });
  await voteHelpful(as(asker), { postId: answer.postId, on: true });
  await sameHere(as(helper), { threadId, on: true });
  await startThread(as(asker), {
    kind: "discussion",
    title: "A healthy discussion",
    body: "b",
    spaceSlug: "general",
  });
  await reportFix(as(asker), { threadId, works: true, visit: null });
  const ideas: number[] = [];
  for (const title of ["A healthy idea", "The same idea again"]) {
    const idea = { kind: "idea", title, body: "b", spaceSlug: "general" } as const;
    ideas.push((await startThread(as(asker), idea)).threadId);
  }
  await setIdeaStatus(as(staff), { threadId: ideas[0]!, status: "planned", note: "Soon." });
  await mergeIdea(as(staff), { threadId: ideas[1]!, target: String(ideas[0]) });
  await settleCommunity({ db, community });
});

const ANSWER = "(select accepted_post_id from thread where accepted_post_id is not null limit 1)";
const QUESTION = "(select id from thread where accepted_post_id is not null limit 1)";
const OTHER = `(select id from post where kind = 'answer' and not official limit 1)`;

/** One way to break each thing that must hold. */
const damages: Record<string, string> = {
  "thread.answer_count": `update thread set answer_count = answer_count + 1`,
  "thread.reply_count": `update thread set reply_count = reply_count + 1`,
  "thread.same_here_count": `delete from same_here`,
  "thread.helpful_count": `update thread set helpful_count = 7`,
  "thread.first_answer_at": `update thread set first_answer_at = null`,
  "thread.last_activity_at": `update thread set last_activity_at = now() + interval '1 day'`,
  "post.helpful_count": `delete from vote where post_id = ${ANSWER}`,
  "post.works_count": `update post set works_count = works_count + 1`,
  "post.last_worked_at": `update post set last_worked_at = now() - interval '1 day' where id = ${ANSWER}`,
  "post.revision": `update post set revision = 3 where id = ${ANSWER}`,
  "space.thread_count": `update space set thread_count = 9`,
  "tag.thread_count": `delete from thread_tag`,
  "member.thread_count": `update member set thread_count = thread_count + 1`,
  "member.answer_count": `update member set answer_count = answer_count + 1`,
  "member.accepted_count": `update member set accepted_count = accepted_count + 1`,
  "member.helpful_count": `update member set helpful_count = helpful_count + 1`,
  "thread.opening_post": `update post set state = 'hidden' where kind = 'opening'`,
  "thread.opening_author": `update thread set author_id = null`,
  "thread.accepted_post": `update thread set accepted_post_id = opening_post_id where id = ${QUESTION}`,
  "thread.accepted_at": `update thread set accepted_post_id = null`,
  "thread.official_post": `update post set official = false`,
  "post.official": `update post set official = true where id = ${OTHER}`,
  "thread.line": `update thread set line_who = 'Somebody' where accepted_post_id is null`,
  "thread.state_by": `update thread set state_reason = 'why'`,
  "post.root": `update post set root_id = (select id from post where kind = 'opening' limit 1) where kind = 'reply'`,
  "revision.number": `update revision set number = 5`,
  "vote.own": `update vote set member_id = (select author_id from post p where p.id = vote.post_id)`,
  "same_here.own": `update same_here set member_id = (select author_id from thread t where t.id = same_here.thread_id)`,
  "follow.subject": `update follow set subject_id = subject_id + 999999`,
  "thread.merged_into": `update thread set same_here_count = 1 where merged_into is not null`,
  "thread.duplicate_of": `update thread set locked_at = now(), duplicate_of = (select min(id) from thread t
    where t.community_id = thread.community_id and t.id <> thread.id) where kind <> 'question'`,
  "idea.status": `update thread set idea_note = 'Never.' where kind = 'idea'`,
  "fix_report.own": `update fix_report set member_id = (select author_id from post p where p.id = fix_report.post_id)`,
  "redirect.post": `insert into redirect select community_id, '/x', id, 999999 from thread limit 1`,
  "import_record.target": `insert into import_record select id, 'test', 'post', '1', 999999 from community limit 1`,
  "actor.missing": `update post set edited_by = 999999 where id = ${ANSWER}`,
  "post.html": `update post set html = html || '<script>alert(1)</script>'`,
  "post.text": `update post set text = text || '!'`,
  "thread.slug": `update thread set slug = 'another'`,
  "member.points": `update member set points = points + 1`,
  "reputation_entry.cause": `delete from vote`,
  "badge_grant.rule": `delete from badge_grant`,
  "expertise.score": `update expertise set score = score + 1`,
  "thread.line_text": `update thread set line_text = 'Something else' where id = ${QUESTION}`,
};

/** Takes a damage back. */
class Undo extends Error {}

describe("the doctor", () => {
  it("finds nothing in a healthy community, nor in all of them", async () => {
    expect(await examine(db, community.id)).toEqual([]);
    expect(await examine(db)).toEqual([]);
  });

  it("knows of a damage for every check", () => {
    expect(checks.map((check) => check.name).filter((name) => !(name in damages))).toEqual([]);
  });

  it.each(Object.entries(damages))("finds %s", async (name, damage) => {
    const seen = db.transaction().execute(async (tx) => {
      await sql.raw(damage).execute(tx);
      const found = await examine(tx, community.id);
      expect(found.map((difference) => difference.check)).toContain(name);
      expect(found[0]).toMatchObject({ communityId: community.id });
      expect(await examine(tx, community.id + 1)).toEqual([]);
      throw new Undo();
    });
    await expect(seen).rejects.toBeInstanceOf(Undo);
  });
});
