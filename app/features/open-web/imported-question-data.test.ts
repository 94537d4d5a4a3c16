import { beforeAll, expect, it } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import {
  answer,
  makeFolder,
  question,
  user,
  writeDump,
  type DumpRow,
} from "#app/features/portability/testing/make-dump.ts";
import { importRunner } from "#app/features/portability/testing/run-import.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx } from "#db/testing/make.ts";
import { getQuestionData } from "./question-data.server.ts";

const HOST = "lamps.example.com";
const database = await cloneDatabase();
const { db } = database;
const community = await makeCommunity(db, { slug: "porch" });
const ctx = makeCtx(db, community, GUEST);

/** HTML as a dump has it, and what of it is read aloud. */
const BODIES: [html: string, text: string][] = [
  ["<p>The lamp <b>flickers</b> &amp; hums.</p>", "The lamp flickers & hums."],
  [
    "<p>Try this:</p><pre><code>lamp --on &lt;now&gt;\n</code></pre>",
    "Try this:\n\nlamp --on <now>",
  ],
  ["<ul><li>One</li><li>Two</li></ul>", "One\nTwo"],
  ['<p>See <a href="https://example.com/x">the manual</a>.</p>', "See the manual."],
  ["<blockquote><p>Off and on</p></blockquote><p>That.</p>", "Off and on\n\nThat."],
];

type Said = { row: DumpRow; text: string; votes: number; by: string | null };
const people = ["Mina Doe", 'Lou "L" <b>', "Ahmed.K", "سلمى"];
const votes: DumpRow[] = [];
const comments: DumpRow[] = [];

function said(row: DumpRow, at: number): Said {
  const [html, text] = BODIES[at % BODIES.length]!;
  const given = at % 4;
  for (let n = 0; n < given; n += 1) {
    const id = votes.length + 1;
    votes.push({ Id: id, PostId: row.Id!, VoteTypeId: 2, CreationDate: "2021-01-02T00:00:00.000" });
  }
  // Who left there is a name without a member.
  const left = at % 7 === 6;
  const who: DumpRow = left ? { OwnerDisplayName: `left${at}` } : { OwnerUserId: (at % 4) + 1 };
  const { OwnerUserId: _, ...rest } = row;
  const by = left ? null : people[at % 4]!;
  return { row: { ...rest, Body: html, ...who }, text, votes: given, by };
}

/** Ten questions, with none to nine answers, some accepted, with comments, which are no answers. */
const asked = Array.from({ length: 10 }, (_, n) => {
  const id = n * 100 + 1;
  const answers = Array.from({ length: n }, (__, a) => said(answer(id + a + 1, id), n + a * 3));
  const accepted = n % 3 === 2 ? answers[n >> 1]! : null;
  const title = `Why does lamp <${n}> & its "switch" fail`;
  const facts = { Title: title, ...(accepted ? { AcceptedAnswerId: accepted.row.Id! } : {}) };
  for (const { row } of answers) {
    const comment = { Id: comments.length + 1, PostId: row.Id!, Text: "Thanks.", UserId: 1 };
    comments.push({ ...comment, CreationDate: "2021-02-01T00:00:00.000" });
  }
  return { title, question: said(question(id, facts), n + 1), answers, accepted };
});

beforeAll(async () => {
  const folder = makeFolder();
  writeDump(folder, {
    Users: people.map((name, at) => user(at + 1, name)),
    Posts: asked.flatMap((one) => [one.question.row, ...one.answers.map(({ row }) => row)]),
    Votes: votes,
    Comments: comments,
  });
  const args = ["stackexchange", folder, "--site", HOST, "--community", "porch"];
  expect((await importRunner(importCommand)(database, args, folder)).status).toBe(0);
});

async function postOf(end: string) {
  return db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .leftJoin("member", "member.id", "post.author_id")
    .where("post.community_id", "=", community.id)
    .where("post.source_url", "=", `https://${HOST}/${end}`)
    .select(["post.id", "thread.id as thread", "thread.slug", "member.handle", "source_author"])
    .executeTakeFirstOrThrow();
}

async function common(one: Said, end: string) {
  const post = await postOf(end);
  const url = `http://porch.localhost/t/${post.thread}/${post.slug}`;
  const author =
    one.by === null
      ? { "@type": "Person", name: post.source_author }
      : { "@type": "Person", name: one.by, url: `http://porch.localhost/m/${post.handle}` };
  return {
    text: one.text,
    url: end.startsWith("q/") ? url : `${url}#post-${post.id}`,
    upvoteCount: one.votes,
    datePublished: `${String(one.row.CreationDate)}Z`,
    author,
  };
}

it("says of ten imported threads what the rows of the dump say, field by field", async () => {
  const seen = { answers: 0, accepted: 0, left: 0, voted: 0 };
  for (const { title, question: opening, answers, accepted } of asked) {
    const end = `q/${opening.row.Id}`;
    const { thread } = await postOf(end);
    const data = await getQuestionData(ctx, await getThreadPage(ctx, { threadId: thread }));
    if (answers.length === 0) {
      expect(data).toBeNull();
      continue;
    }
    const told = async (one: Said) => ({
      "@type": "Answer",
      ...(await common(one, `a/${one.row.Id}`)),
    });
    const suggested = await Promise.all(answers.filter((one) => one !== accepted).map(told));
    expect(data).toStrictEqual({
      "@context": "https://schema.org",
      "@type": "QAPage",
      mainEntity: {
        "@type": "Question",
        name: title,
        answerCount: answers.length,
        ...(await common(opening, end)),
        ...(accepted ? { acceptedAnswer: await told(accepted) } : {}),
        ...(suggested.length > 0 ? { suggestedAnswer: suggested } : {}),
      },
    });
    seen.answers += answers.length;
    seen.accepted += accepted ? 1 : 0;
    seen.left += answers.filter(({ by }) => by === null).length;
    seen.voted += answers.filter((one) => one.votes > 0).length;
  }
  expect(seen).toEqual({ answers: 45, accepted: 3, left: 6, voted: 37 });
});
