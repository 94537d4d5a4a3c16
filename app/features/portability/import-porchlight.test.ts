import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { UsageError } from "#app/cli/commands/usage-error.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { makeFolder } from "./testing/make-dump.ts";
import { checksums, importRunner, type ImportRun } from "./testing/run-import.ts";

const runImport = importRunner(importCommand);
const database = await cloneDatabase();
const { db } = database;
const folder = makeFolder();
const createdAt = "2024-05-01T08:00:00Z";
const URL_THERE = "https://old.example.com";

const document = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "As a document" }] }],
};
const lines: unknown[] = [
  { type: "community", version: 1, slug: "old", url: URL_THERE },
  { type: "space", slug: "router-help", name: "Router help", readRole: "guest", position: 4 },
  { type: "tag", slug: "fibre", name: "Fibre" },
  {
    type: "member",
    id: "m1",
    handle: "ines",
    name: "Ines",
    createdAt,
    bio: { markdown: "**Hi**" },
    role: "admin",
  },
  { type: "member", id: "m2", handle: "omar", name: "Omar", createdAt },
  {
    type: "thread",
    id: "7",
    kind: "question",
    space: "router-help",
    title: "The light blinks",
    tags: ["fibre"],
    accepted: { post: "71", at: "2024-05-03T00:00:00Z", by: "m1" },
    official: { post: "72" },
    opening: {
      id: "70",
      author: "m1",
      text: { markdown: "See [that](/t/8/other#post-81), [gone](/t/99/x) ![](/i.png)" },
      createdAt,
    },
  },
  {
    type: "thread",
    id: "8",
    kind: "idea",
    title: "Other",
    ideaStatus: "planned",
    opening: {
      id: "80",
      author: null,
      sourceAuthor: "Lou",
      text: { html: "<p>Idea<script>1</script></p>" },
      createdAt,
      sourceUrl: "javascript:alert(1)",
    },
  },
  { type: "post", id: "71", thread: "7", author: "m2", text: { document }, createdAt },
  {
    type: "post",
    id: "72",
    thread: "7",
    author: "m2",
    text: { markdown: "From the team" },
    createdAt,
  },
  {
    type: "post",
    id: "73",
    thread: "7",
    parent: "71",
    author: "m1",
    text: { markdown: "Thanks" },
    createdAt,
  },
  {
    type: "post",
    id: "74",
    thread: "7",
    parent: "75",
    author: "m1",
    text: { markdown: "A circle" },
    createdAt,
  },
  {
    type: "post",
    id: "75",
    thread: "7",
    parent: "74",
    author: "m1",
    text: { markdown: "A circle, too" },
    createdAt,
  },
  { type: "post", id: "81", thread: "8", author: "m2", text: { markdown: "Yes" }, createdAt },
  { type: "post", id: "82", thread: "404", author: "m2", text: { markdown: "Lost" }, createdAt },
  {
    type: "post",
    id: "83",
    thread: "8",
    author: "m2",
    text: { document: { type: "doc", content: [{ type: "script" }] } },
    createdAt,
  },
  { type: "vote", post: "71", member: "m1", createdAt },
  { type: "vote", post: "71", member: "m2", createdAt },
  { type: "vote", post: "71", source: "v1", createdAt },
  { type: "same_here", thread: "7", member: "m2", createdAt },
  { type: "same_here", thread: "7", member: "m1", createdAt },
  { type: "redirect", path: "/forum/12-the-light", thread: "7", post: null },
  { type: "badge", id: "b" },
  { type: "member", id: "m3", handle: "eve", createdAt: "0000-01-01" },
];
const file = path.join(folder, "export.jsonl.gz");
const args = ["porchlight", file, "--community", "here"];
let first: ImportRun;

beforeAll(async () => {
  await makeCommunity(db, { slug: "here" });
  writeFileSync(file, gzipSync(lines.map((line) => JSON.stringify(line)).join("\n")));
  first = await runImport(database, args, folder);
});

test("brings everything of a file in", async () => {
  expect(first.printed).toMatch(
    / 2 {2}threads\n +4 {2}answers\n +2 {2}replies\n +1 {2}accepted answers\n +1 {2}official/,
  );
  const thread = await db
    .selectFrom("thread")
    .selectAll()
    .where("title", "=", "The light blinks")
    .executeTakeFirstOrThrow();
  expect(thread).toMatchObject({
    answer_count: 3,
    reply_count: 5,
    same_here_count: 1,
    line_who: "Omar",
    line_text: "As a document",
  });
  expect(thread.accepted_at?.toISOString()).toBe("2024-05-03T00:00:00.000Z");
  expect(thread.official_post_id).not.toBeNull();
  const space = await db
    .selectFrom("space")
    .selectAll()
    .where("slug", "=", "router-help")
    .executeTakeFirstOrThrow();
  expect(space).toMatchObject({ id: thread.space_id, name: "Router help", thread_count: 1 });
  const roles = await db
    .selectFrom("member")
    .select(["handle", "role", "bio"])
    .orderBy("id")
    .execute();
  expect(roles[0]).toEqual({ handle: "ines", role: "member", bio: "Hi" });
  expect(await examine(db)).toEqual([]);
});

test("leads links on, within and to where it came from", async () => {
  const opening = await db
    .selectFrom("post")
    .selectAll()
    .where("kind", "=", "opening")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const answer = await db
    .selectFrom("post")
    .selectAll()
    .where("text", "=", "Yes")
    .executeTakeFirstOrThrow();
  expect(opening.html).toContain(
    `href="/t/${answer.thread_id}/other?post=${answer.id}#post-${answer.id}"`,
  );
  expect(opening.html).toContain(`href="${URL_THERE}/t/99/x"`);
  expect(opening.html).toContain(`${URL_THERE}/i.png`);
  const redirect = await db.selectFrom("redirect").selectAll().execute();
  expect(redirect).toMatchObject([
    { path: "/forum/12-the-light", thread_id: opening.thread_id, post_id: null },
  ]);
});

test("keeps unsafe HTML and addresses out", async () => {
  const idea = await db
    .selectFrom("post")
    .selectAll()
    .where("source_author", "=", "Lou")
    .executeTakeFirstOrThrow();
  expect(idea).toMatchObject({ html: "<p>Idea</p>", source_url: null });
});

test("reports line by line", () => {
  const report = readFileSync(first.report, "utf8");
  for (const line of [
    "export.jsonl.gz\t14\t82\tnot taken\tits thread isn't on a line before it",
    "export.jsonl.gz\t15\t83\tnot taken\tthe text can't be stored",
    "export.jsonl.gz\t11\t74\tchanged\tthe post it replies to isn't before it",
    "export.jsonl.gz\t17\t-\tnot taken\ta vote on one's own post",
    "export.jsonl.gz\t20\t-\tnot taken\tits thread or member",
    "export.jsonl.gz\t23\tm3\tnot taken\tcreatedAt:",
  ]) {
    expect(report).toContain(line);
  }
  expect(first.printed).toContain("1  a line of type badge");
});

test("changes nothing when it is run again", async () => {
  const before = await checksums(database);
  await runImport(database, args, folder);
  expect(await checksums(database)).toEqual(before);
});

test("refuses a file that names no community", async () => {
  const other = path.join(folder, "other.jsonl");
  writeFileSync(other, '{"type":"member"}\n');
  await expect(runImport(database, ["porchlight", other], folder)).rejects.toThrow(UsageError);
});
