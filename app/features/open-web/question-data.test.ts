import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { hidePost } from "#app/features/threads/hide-post.server.ts";
import { markOfficial } from "#app/features/threads/mark-official.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getQuestionData } from "./question-data.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db, { slug: "brand" });
const threads: number[] = [];
let members: TestMember[];
let staff: TestMember;

const as = (actor: Actor): Ctx => makeCtx(db, community, actor);
const dataOf = async (threadId: number, actor: Actor = GUEST) =>
  getQuestionData(as(actor), await getThreadPage(as(actor), { threadId }));

async function start(title: string, kind: "question" | "discussion" = "question") {
  const started = await startThread(as(members[0]!), {
    kind,
    title,
    body: `**Bold** <b>&amp;</b> ${title}\n\n- one\n- two`,
    spaceSlug: "general",
  });
  return started.threadId;
}

/** Thread `n` has `n` answers and more: votes, an accepted, an official, a hidden, an erased one. */
async function makeThread(n: number): Promise<number> {
  const threadId = await start(`Question ${n} </script> \u2028 & "quotes"`);
  const answers: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const author = members[1 + (i % 4)]!;
    const answer = await postAnswer(as(author), {
      threadId,
      body: `Answer *${i}* to ${n} <i>x</i>`,
    });
    answers.push(answer.postId);
    for (const voter of members.slice(5, 5 + (i % 4))) {
      await voteHelpful(as(voter), { postId: answer.postId, on: true });
    }
  }
  for (const member of members.slice(1, 1 + (n % 4)))
    await sameHere(as(member), { threadId, on: true });
  if (n % 2 === 0) await acceptAnswer(as(members[0]!), { postId: answers[1]!, replaces: null });
  if (n % 3 === 0) await markOfficial(as(staff), { postId: answers[2]! });
  if (n > 3) await hidePost(as(staff), { postId: answers[3]!, reason: "x" });
  if (n > 4) {
    await sql`update post set author_id = null where community_id = ${community.id} and id = ${answers[4]!}`.execute(
      db,
    );
  }
  if (n > 5) {
    await sql`update post set author_id = null, source_author = 'Somebody else'
      where community_id = ${community.id} and id = ${answers[5]!}`.execute(db);
  }
  return threadId;
}

beforeAll(async () => {
  await db
    .updateTable("community")
    .set({ votes_a_day: 1_000, votes_a_day_new: 1_000 })
    .where("id", "=", community.id)
    .execute();
  members = [];
  for (let i = 0; i < 10; i += 1)
    members.push(await makeMember(db, community, { name: `M "${i}"` }));
  staff = await makeMember(db, community, { role: "moderator" });
  for (let n = 1; n <= 10; n += 1) threads.push(await makeThread(n));
}, 60_000);

type Row = {
  id: number;
  text: string;
  created_at: Date;
  votes: number;
  handle: string | null;
  name: string | null;
  source_author: string | null;
};

/** A thread as its rows say, with nothing of the code under test. */
async function rowsOf(threadId: number) {
  const { rows: posts } = await sql<Row & { kind: string }>`
    select p.id, p.kind, p.text, p.created_at, m.handle, m.name, p.source_author,
      (select count(*) from vote v where v.community_id = p.community_id and v.post_id = p.id) as votes
    from post p left join member m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${community.id} and p.thread_id = ${threadId} and p.state = 'published'
      and p.kind <> 'reply' order by p.created_at, p.id`.execute(db);
  const { rows: heads } = await sql<{
    title: string;
    slug: string;
    accepted: number | null;
    official: number | null;
    same: number;
  }>`select title, slug, accepted_post_id as accepted, official_post_id as official,
      (select count(*) from same_here s where s.community_id = t.community_id and s.thread_id = t.id) as same
    from thread t where community_id = ${community.id} and id = ${threadId}`.execute(db);
  const [opening, ...answers] = posts;
  return { head: heads[0]!, opening: opening!, answers };
}

function author(row: Row) {
  if (row.handle !== null) {
    return { "@type": "Person", name: row.name, url: `http://brand.localhost/m/${row.handle}` };
  }
  return row.source_author === null ? undefined : { "@type": "Person", name: row.source_author };
}

it("says of ten threads what their rows say, field by field", async () => {
  const seen = { accepted: 0, official: 0, erased: 0, imported: 0 };
  for (const threadId of threads) {
    const { head, opening, answers } = await rowsOf(threadId);
    const url = `http://brand.localhost/t/${threadId}/${head.slug}`;
    const answer = (row: Row) => ({
      "@type": "Answer",
      text: row.text,
      url: `${url}#post-${row.id}`,
      upvoteCount: row.votes,
      datePublished: row.created_at.toISOString(),
      ...(author(row) ? { author: author(row) } : {}),
    });
    const accepted = answers.find(({ id }) => id === head.accepted);
    const official = answers.find(({ id }) => id === head.official && id !== head.accepted);
    const others = answers.filter((row) => row !== accepted && row !== official);
    const suggested = [...(official ? [official] : []), ...others].map(answer);
    expect(await dataOf(threadId)).toStrictEqual({
      "@context": "https://schema.org",
      "@type": "QAPage",
      mainEntity: {
        "@type": "Question",
        name: head.title,
        text: opening.text,
        url,
        answerCount: answers.length,
        upvoteCount: opening.votes + head.same,
        datePublished: opening.created_at.toISOString(),
        author: author(opening),
        ...(accepted ? { acceptedAnswer: answer(accepted) } : {}),
        ...(suggested.length > 0 ? { suggestedAnswer: suggested } : {}),
      },
    });
    seen.accepted += accepted ? 1 : 0;
    seen.official += official ? 1 : 0;
    seen.erased += answers.filter((row) => !author(row)).length;
    seen.imported += answers.filter(({ source_author: name }) => name !== null).length;
  }
  expect(seen).toEqual({ accepted: 5, official: 3, erased: 6, imported: 5 });
});

it("says nothing where there is no answer, of other kinds, and to members", async () => {
  const silent = await start("Nobody has answered this one");
  expect(await dataOf(silent)).toBeNull();
  const hidden = await postAnswer(as(members[1]!), { threadId: silent, body: "Hidden soon." });
  expect(await dataOf(silent)).not.toBeNull();
  await hidePost(as(staff), { postId: hidden.postId, reason: "x" });
  expect(await dataOf(silent)).toBeNull();
  const talk = await start("A discussion about something", "discussion");
  await postAnswer(as(members[1]!), { threadId: talk, body: "Yes." });
  expect(await dataOf(talk)).toBeNull();
  expect(await dataOf(threads[0]!, members[3]!)).toBeNull();
});
