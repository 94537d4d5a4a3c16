import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { UsageError } from "#app/cli/commands/usage-error.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeMember } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { answer, makeFolder, question, user, writeDump, xmlRow } from "./testing/make-dump.ts";
import { checksums, importRunner, type ImportRun } from "./testing/run-import.ts";

const runImport = importRunner(importCommand);
const database = await cloneDatabase();
const { db } = database;
const HOST = "lamps.example.com";
const folder = makeFolder();
const arrange = () => ["stackexchange", folder, "--site", HOST, "--community", "porch"];

const evil =
  '<p>Hi <script>alert(1)</script><img src=x onerror="alert(1)"> <a href="javascript:alert(1)">x</a>' +
  '<svg onload="alert(1)"></svg></p>';
const forward = `<p><a href="https://${HOST}/questions/9/later-one">later</a> and <a href="//${HOST}/a/10/77">its answer</a> and <a href="https://${HOST}/q/999">none</a></p>`;
const backward = `<p><a href="http://${HOST}/q/1">first</a>, <a href="/questions/1/x/3#3">third</a>, <a href="https://elsewhere.example/q/1">else</a></p>`;

const dump = {
  Users: [
    user(-1, "Community"),
    user(1, "Mina Doe", { AboutMe: "<p>I like <b>lamps</b></p>" }),
    user(2, "Mina Doe"),
    user(3, "Ahmed.K"),
    user(4, "Porch admin"),
    '  <row Id="5" DisplayName="broken & bare" />',
  ],
  Posts: [
    question(1, {
      Body: evil,
      AcceptedAnswerId: 2,
      Tags: "<lamps><c++><c#>",
      LastEditDate: "2021-02-01T10:00:00.000",
      LastEditorUserId: 3,
    }),
    answer(2, 1, { ContentLicense: "CC BY-SA 2.5" }),
    answer(3, 1, { Body: forward }),
    question(4, { Tags: "|lamps|porch|", ClosedDate: "2021-03-01T00:00:00.000", Body: backward }),
    { Id: 5, PostTypeId: 5, CreationDate: "2021-01-01T00:00:00.000", Body: "<p>wiki</p>" },
    answer(6, 4, { CommunityOwnedDate: "2021-01-02T00:00:00.000" }),
    answer(7, 777),
    answer(8, 8),
    question(9, { AcceptedAnswerId: 12 }),
    answer(10, 9, { CreationDate: "0000-00-00T00:00:00.000" }),
    answer(2, 9, { Body: "<p>a double</p>" }),
    answer(11, 9, { Body: "<p> </p>" }),
    question(13, { Title: "A ".repeat(200), Body: "" }),
    '  <row Id="14" PostTypeId="1" Body="cut off',
  ],
  Comments: [
    { Id: 1, PostId: 1, Text: "Is it *on*?", CreationDate: "2021-01-01T05:00:00.000", UserId: 3 },
    {
      Id: 2,
      PostId: 2,
      Text: `See https://${HOST}/q/4 <b>x</b>`,
      CreationDate: "2021-01-01T06:00:00.000",
      UserId: 1,
    },
    { Id: 3, PostId: 5, Text: "on the wiki", CreationDate: "2021-01-01T06:00:00.000", UserId: 1 },
  ],
  Votes: [
    { Id: 1, PostId: 1, VoteTypeId: 2, CreationDate: "2021-01-01T00:00:00.000" },
    { Id: 2, PostId: 2, VoteTypeId: 2, CreationDate: "2021-01-02T00:00:00.000" },
    { Id: 3, PostId: 2, VoteTypeId: 2, CreationDate: "2021-01-02T00:00:00.000" },
    { Id: 4, PostId: 2, VoteTypeId: 1, CreationDate: "2021-01-05T00:00:00.000" },
    { Id: 5, PostId: 2, VoteTypeId: 3, CreationDate: "2021-01-05T00:00:00.000" },
    { Id: 6, PostId: 5, VoteTypeId: 2, CreationDate: "2021-01-05T00:00:00.000" },
  ],
  PostLinks: [{ Id: 1, PostId: 4, RelatedPostId: 1, LinkTypeId: 3 }],
};
// Posts without an owner, as dumps have them after an account was removed.
const orphan: Record<string, string | number> = answer(12, 4, { OwnerDisplayName: "user77" });
delete orphan["OwnerUserId"];
dump.Posts.splice(6, 0, orphan);

const community = await makeCommunity(db, { slug: "porch", name: "Porch" });
let first: ImportRun;

async function postBySource(end: string) {
  return db
    .selectFrom("post")
    .selectAll()
    .where("source_url", "=", `https://${HOST}/${end}`)
    .executeTakeFirstOrThrow();
}

beforeAll(async () => {
  await makeCommunity(db, { slug: "other" });
  await makeMember(db, community, { handle: "Ahmed-K" });
  writeDump(folder, dump);
  first = await runImport(database, arrange(), folder);
});

describe("import stackexchange", () => {
  test("takes threads, answers and replies", async () => {
    expect(first.status).toBe(0);
    const kinds = await db
      .selectFrom("post")
      .select(["kind", (eb) => eb.fn.countAll<number>().as("count")])
      .groupBy("kind")
      .orderBy("kind")
      .execute();
    expect(kinds).toEqual([
      { kind: "answer", count: 5 },
      { kind: "opening", count: 4 },
      { kind: "reply", count: 2 },
    ]);
    expect(first.printed).toMatch(/^ +4 {2}threads$/m);
    expect(await examine(db)).toEqual([]);
  });

  test("keeps dates, licences, addresses, authors and edits", async () => {
    const post = await postBySource("q/1");
    expect(post.created_at.toISOString()).toBe("2021-01-01T00:01:00.000Z");
    expect(post.edited_at?.toISOString()).toBe("2021-02-01T10:00:00.000Z");
    expect(post.revision).toBe(1);
    expect((await postBySource("a/2")).licence).toBe("CC BY-SA 2.5");
    const ownerless = await postBySource("a/12");
    expect(ownerless).toMatchObject({ author_id: null, source_author: "user77" });
    expect((await postBySource("a/6")).author_id).not.toBeNull();
  });

  test("accepts the answer on the day it was accepted, with its line", async () => {
    const post = await postBySource("a/2");
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", post.thread_id)
      .executeTakeFirstOrThrow();
    expect(thread).toMatchObject({
      kind: "question",
      accepted_post_id: post.id,
      accepted_by: thread.author_id,
      line_who: "Mina Doe",
      line_text: "Turn it off and on again, 2 times.",
      helpful_count: 1,
      answer_count: 2,
    });
    expect(thread.accepted_at?.toISOString()).toBe("2021-01-05T00:00:00.000Z");
    expect(post.helpful_count).toBe(2);
  });

  test("lets nothing active in", async () => {
    const rows = await db.selectFrom("post").select("html").execute();
    const html = rows.map((row) => row.html).join("\n");
    expect(html).not.toMatch(/<script|<svg|<img|onerror|onload|javascript:|<b>/i);
  });

  test("leads links to what is imported, before and after", async () => {
    const later = await postBySource("q/9");
    const answered = await postBySource("a/10");
    const { html } = await postBySource("a/3");
    expect(html).toContain(`href="/t/${later.thread_id}/lamp-9-stays-dark"`);
    expect(html).toContain(
      `href="/t/${later.thread_id}/lamp-9-stays-dark?post=${answered.id}#post-${answered.id}"`,
    );
    expect(html).toContain(`href="https://${HOST}/q/999"`);
    const back = (await postBySource("q/4")).html;
    const [start, third] = [await postBySource("q/1"), await postBySource("a/3")];
    expect(back).toContain(`href="/t/${start.thread_id}/lamp-1-stays-dark"`);
    expect(back).toContain(`#post-${third.id}"`);
    expect(back).toContain('href="https://elsewhere.example/q/1"');
    const comment = await postBySource("posts/comments/2");
    expect(comment.html).toContain('href="/t/');
    expect(comment.html).toContain("&lt;b&gt;");
  });

  test("keeps old addresses", async () => {
    const paths = await db
      .selectFrom("redirect")
      .innerJoin("post", "post.id", "redirect.post_id")
      .select(["path", "source_url"])
      .execute();
    expect(paths).toContainEqual({ path: "/a/3", source_url: `https://${HOST}/a/3` });
    const thread = await db
      .selectFrom("redirect")
      .selectAll()
      .where("path", "in", ["/questions/4", "/q/4"])
      .execute();
    expect(thread.map(({ post_id: post }) => post)).toEqual([null, null]);
  });

  test("reads both forms of tags and keeps c++ and c# apart", async () => {
    const tags = await db
      .selectFrom("tag")
      .select(["slug", "name", "thread_count"])
      .orderBy("slug")
      .execute();
    expect(tags).toEqual([
      { slug: "c-plus-plus", name: "c++", thread_count: 1 },
      { slug: "c-sharp", name: "c#", thread_count: 1 },
      { slug: "lamps", name: "lamps", thread_count: 4 },
      { slug: "porch", name: "porch", thread_count: 1 },
    ]);
  });

  test("gives members free handles, no way in and no office", async () => {
    const members = await db
      .selectFrom("member")
      .select(["handle", "name", "bio", "email", "password_hash", "role"])
      .where("community_id", "=", community.id)
      .orderBy("id")
      .execute();
    expect(members.map(({ handle, name }) => [handle, name])).toEqual([
      ["Ahmed-K", expect.any(String)],
      ["Community-1", "Community-1"],
      ["Mina-Doe", "Mina Doe"],
      ["Mina-Doe-2", "Mina Doe"],
      ["Ahmed-K-3", "Ahmed.K"],
      ["Porch-admin", "Porch admin"],
    ]);
    expect(members.slice(1).every((member) => !member.email && !member.password_hash)).toBe(true);
    expect(members[2]?.bio).toBe("I like lamps");
  });

  test("locks closed questions and cuts long titles", async () => {
    const closed = await postBySource("q/4");
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", closed.thread_id)
      .executeTakeFirstOrThrow();
    expect(thread.locked_reason).toBe(`Closed on ${HOST}`);
    const long = await postBySource("q/13");
    const cut = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", long.thread_id)
      .executeTakeFirstOrThrow();
    expect(cut.title.length).toBeLessThanOrEqual(200);
    expect(long.text).toBe("…");
  });

  test("reports each row it could not take, and counts what has no place", async () => {
    const report = readFileSync(first.report, "utf8").split("\n");
    const reasons = report.slice(1).map((line) => line.split("\t").slice(0, 5).join(" | "));
    for (const expected of [
      /^Posts.xml \| \d+ \| 7 \| not taken \| an answer to a question that isn't there/,
      /^Posts.xml \| \d+ \| 8 \| not taken \| an answer to a question that isn't there/,
      /^Posts.xml \| \d+ \| 2 \| not taken \| the id is there twice/,
      /^Posts.xml \| \d+ \| 11 \| not taken \| the post has no text/,
      /^Posts.xml \| \d+ \| 9 \| not taken \| the accepted answer isn't there/,
      /^Posts.xml \| \d+ \| 10 \| changed \| the date can't be used/,
      /^Posts.xml \| \d+ \| 13 \| changed \| the title is cut/,
      /^Posts.xml \| 15 \| - \| not taken \| /,
      /^Users.xml \| 6 \| - \| not taken \| not well-formed XML/,
    ]) {
      expect(
        reasons.some((line) => expected.test(line)),
        String(expected),
      ).toBe(true);
    }
    for (const counted of [
      "1  a vote against a post",
      "1  a vote on a post that wasn't taken",
      "1  a comment on a post that wasn't taken",
      "1  the page of a tag wiki",
      "1  a link between related",
    ]) {
      expect(first.printed).toContain(counted);
    }
  });

  test("changes nothing when it is run again", async () => {
    const before = await checksums(database);
    const again = await runImport(database, arrange(), folder);
    expect(again.printed).toMatch(/^ +0 {2}threads$/m);
    expect(again.printed).not.toContain("the database refused it");
    expect(await checksums(database)).toEqual(before);
  });

  test("leaves alone what the community has changed since", async () => {
    const { thread_id: id } = await postBySource("a/2");
    const unaccepted = {
      accepted_post_id: null,
      accepted_at: null,
      accepted_by: null,
      line_who: "",
      line_text: "",
    };
    await db.updateTable("thread").set(unaccepted).where("id", "=", id).execute();
    await runImport(database, arrange(), folder);
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(thread.accepted_post_id).toBeNull();
  });

  test("takes what a newer dump adds", async () => {
    const more = makeFolder();
    writeDump(more, { ...dump, Posts: [...dump.Posts.slice(0, -1), question(20), answer(21, 20)] });
    const { printed } = await runImport(
      database,
      ["stackexchange", more, ...arrange().slice(2)],
      more,
    );
    expect(printed).toMatch(/^ +1 {2}threads\n +1 {2}answers$/m);
    expect(await examine(db)).toEqual([]);
  });
});

describe("import refuses to begin", () => {
  test.each([
    [["stackexchange", folder], /Say which community/],
    [["stackexchange", folder, "--community", "new"], /create-community --slug new/],
    [["stackexchange", "nowhere", "--community", "porch"], /There is no folder/],
    [["stackexchange", folder, "--community", "porch", "--space", "cellar"], /no space "cellar"/],
    [["discourse", folder, "--community", "porch"], /Say where the topics are from/],
    [["phpbb", folder, "--community", "porch"], /not one of/],
  ])("%j", async (args, message) => {
    const run = runImport(database, args, folder);
    await expect(run).rejects.toThrow(UsageError);
    await expect(runImport(database, args, folder)).rejects.toThrow(message);
  });
});

describe("broken dumps", () => {
  test("a file that is cut off gives what comes before", async () => {
    const cut = makeFolder();
    writeDump(cut, { Users: [user(1, "Lee")] });
    const rows = [question(1), question(2), question(3)].map(xmlRow).join("\n");
    writeFileSync(path.join(cut, "Posts.xml"), `<posts>\n${rows.slice(0, -40)}`);
    const args = ["stackexchange", cut, "--site", "cut.example.com", "--community", "porch"];
    const { printed, report } = await runImport(database, args, cut);
    expect(printed).toMatch(/^ +2 {2}threads$/m);
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(report, "utf8")).toMatch(/Posts.xml\t3\t-\tnot taken/);
  });

  test("another encoding is read as what it says", async () => {
    const latin = makeFolder();
    writeDump(latin, {});
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>\n<posts>\n${xmlRow(question(1, { Title: "Caf\u00e9 lamp" }))}\n</posts>`;
    writeFileSync(path.join(latin, "Posts.xml"), Buffer.from(text, "latin1"));
    const args = ["stackexchange", latin, "--site", "latin.example.com", "--community", "porch"];
    await runImport(database, args, latin);
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(thread.title).toBe("Caf\u00e9 lamp");
  });
});
