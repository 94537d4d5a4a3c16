import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { beforeAll, describe, expect, test } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { makeFolder } from "./testing/make-dump.ts";
import { checksums, importRunner, type ImportRun } from "./testing/run-import.ts";

const runImport = importRunner(importCommand);
const database = await cloneDatabase();
const { db } = database;
const folder = makeFolder();

type Post = Record<string, unknown>;

function post(number: number, more: Post = {}): Post {
  return {
    post_number: number,
    post_type: 1,
    username: number === 1 ? "Nora" : "Tom_T",
    name: number === 1 ? "" : "Tom Tester",
    created_at: `2022-03-0${Math.min(9, number)}T10:00:00.000Z`,
    updated_at: "2022-03-20T10:00:00.000Z",
    version: 1,
    cooked: `<p>Words of post ${number}</p>`,
    reply_to_post_number: null,
    ...more,
  };
}

function topic(id: number, posts: unknown[], more: Post = {}): Post {
  return {
    id,
    slug: `topic-${id}`,
    title: `Topic ${id}`,
    archetype: "regular",
    visible: true,
    closed: false,
    tags: ["wifi"],
    post_stream: { posts, stream: posts.map((_, index) => index) },
    ...more,
  };
}

const avatar = "/user_avatar/forum.example.com/nora/{size}/1.png";
const topics: [string, unknown][] = [
  [
    "a/1.json",
    topic(
      12,
      [
        post(1, {
          avatar_template: avatar,
          cooked:
            '<p>See <a href="/t/topic-7/7/3">this</a> and <a class="mention" href="/u/tom_t">@tom_t</a></p>',
        }),
        post(2, { like_count: 3, version: 2 }),
        post(3, { reply_to_post_number: 2 }),
        post(4, { post_type: 3, cooked: "" }),
        post(5, {
          accepted_answer: true,
          reply_to_post_number: 2,
          actions_summary: [{ id: 2, count: 2 }],
        }),
        post(6, { reply_to_post_number: 3, hidden: true }),
        post(7, { reply_to_post_number: 99, username: null, name: "Somebody gone" }),
        post(8, { post_type: 4, cooked: "<p>staff only</p>" }),
        { post_number: "nine" },
      ],
      { closed: true },
    ),
  ],
  [
    "../../etc/evil.json",
    topic(7, [
      post(1, { cooked: '<p onclick="x()">Hello<script>alert(1)</script></p>' }),
      post(2, { deleted_at: "2022-03-05T00:00:00Z" }),
      post(3, {
        cooked: '<div class="lazyYT" data-youtube-id="abc123" data-youtube-title="Film"></div>',
      }),
    ]),
  ],
  ["again.json", topic(7, [post(1)])],
  ["private.json", topic(8, [post(1)], { archetype: "private_message" })],
  ["headless.json", topic(9, [post(2)])],
  ["hidden.json", topic(10, [post(1)], { visible: false, pinned_globally: true })],
];

async function writeArchive(file: string): Promise<Buffer> {
  const archive = pack();
  for (const [name, value] of topics) archive.entry({ name }, JSON.stringify(value));
  archive.entry({ name: "broken.json" }, '{"id": 3, "title":');
  archive.finalize();
  const bytes = gzipSync(await buffer(archive as unknown as NodeJS.ReadableStream));
  writeFileSync(file, bytes);
  return bytes;
}

const file = path.join(folder, "topics.tar.gz");
const args = ["discourse", file, "--community", "tar"];
let first: ImportRun;
let bytes: Buffer;

beforeAll(async () => {
  for (const slug of ["tar", "lines", "cut"]) await makeCommunity(db, { slug });
  bytes = await writeArchive(file);
  first = await runImport(database, args, folder);
});

function posts(slug: string) {
  return db
    .selectFrom("post")
    .innerJoin("community", "community.id", "post.community_id")
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "post.community_id")
        .onRef("member.id", "=", "post.author_id"),
    )
    .selectAll("post")
    .select("member.handle")
    .where("community.slug", "=", slug)
    .orderBy("post.id");
}

async function postAt(end: string) {
  return posts("tar")
    .where("source_url", "=", `https://forum.example.com/t/${end}`)
    .executeTakeFirstOrThrow();
}

describe("import discourse", () => {
  test("makes answers of what answers and replies of what replies", async () => {
    const kinds = await posts("tar").where("source_url", "like", "%/topic-12/%").execute();
    expect(kinds.map(({ kind, state, handle }) => [kind, state, handle])).toEqual([
      ["opening", "published", "Nora"],
      ["answer", "published", "Tom_T"],
      ["reply", "published", "Tom_T"],
      ["answer", "published", "Tom_T"],
      ["reply", "hidden", "Tom_T"],
      ["answer", "published", null],
    ]);
    expect(kinds[4]?.root_id).toBe(kinds[1]?.id);
    expect(kinds[5]?.source_author).toBe("Somebody gone");
    expect(await examine(db)).toEqual([]);
  });

  test("keeps the accepted answer, likes, locks and edits", async () => {
    const accepted = await postAt("topic-12/12/5");
    expect(accepted.helpful_count).toBe(2);
    const edited = await postAt("topic-12/12/2");
    expect(edited).toMatchObject({ helpful_count: 3, edited_at: new Date("2022-03-20T10:00:00Z") });
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", accepted.thread_id)
      .executeTakeFirstOrThrow();
    expect(thread).toMatchObject({
      kind: "question",
      accepted_post_id: accepted.id,
      line_who: "Tom Tester",
    });
    expect(thread.locked_at).not.toBeNull();
  });

  test("honours what was hidden or deleted", async () => {
    expect((await postAt("topic-7/7/2")).state).toBe("deleted");
    const { thread_id: id } = await postAt("topic-10/10");
    const thread = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(thread).toMatchObject({ state: "hidden", pinned: true });
  });

  test("leads links to posts and keeps old addresses", async () => {
    const target = await postAt("topic-7/7/3");
    const { html } = await postAt("topic-12/12");
    expect(html).toContain(
      `href="/t/${target.thread_id}/topic-7?post=${target.id}#post-${target.id}"`,
    );
    expect(html).toContain('href="https://forum.example.com/u/tom_t"');
    const paths = await db.selectFrom("redirect").select(["path", "post_id"]).execute();
    expect(paths).toContainEqual({ path: "/t/topic-7/7", post_id: null });
    expect(paths).toContainEqual({ path: "/t/topic-7/7/3", post_id: target.id });
  });

  test("lets nothing active in, and keeps the address of a film", async () => {
    const html = (await posts("tar").execute()).map((row) => row.html).join("\n");
    expect(html).not.toMatch(/<script|onclick|alert/);
    expect(html).toContain('href="https://www.youtube.com/watch?v=abc123"');
  });

  test("reports what it could not take", () => {
    const report = readFileSync(first.report, "utf8");
    for (const line of [
      "again.json\t3\t7\tnot taken\tthe topic is there twice",
      "headless.json\t5\t9\tnot taken\tthe topic has no first post",
      "broken.json\t7\t-\tnot taken\tnot JSON, or cut off",
      "a/1.json\t1\t12 post 9\tnot taken\tpost_number:",
    ]) {
      expect(report).toContain(line);
    }
    expect(first.printed).toContain("1  a private message");
    expect(first.printed).toContain("1  a whisper among staff");
    expect(first.printed).toContain("1  a note that something was done");
  });

  test("changes nothing when it is run again", async () => {
    const before = await checksums(database);
    await runImport(database, args, folder);
    expect(await checksums(database)).toEqual(before);
  });

  test("reads JSON Lines, packed, and says which line is broken", async () => {
    const lines = path.join(folder, "topics.jsonl.gz");
    const plain = {
      id: 5,
      slug: "news",
      title: "News",
      category: "Announcements",
      url: "https://lines.example.com/t/news/5",
      tags: [],
      posts: [
        {
          post_number: 1,
          username: "Kim",
          created_at: "2020-01-01T00:00:00Z",
          like_count: 1,
          cooked: "<p>Hi</p>",
        },
      ],
    };
    writeFileSync(lines, gzipSync(`${JSON.stringify(plain)}\nnonsense\n\n{"id":"x"}\n`));
    const { printed, report } = await runImport(
      database,
      ["discourse", lines, "--community", "lines"],
      folder,
    );
    expect(printed).toContain("discourse:lines.example.com");
    const [row] = await posts("lines").execute();
    expect(row).toMatchObject({ kind: "opening", helpful_count: 1, handle: "Kim" });
    expect(readFileSync(report, "utf8")).toMatch(
      /\t2\t-\tnot taken\tnot JSON[^]*\t4\t-\tnot taken\tnot a topic: id/,
    );
  });

  test("takes what it can of an archive that is cut off", async () => {
    const cut = path.join(folder, "cut.tar.gz");
    writeFileSync(cut, bytes.subarray(0, bytes.length - 60));
    const { report, status } = await runImport(
      database,
      ["discourse", cut, "--community", "cut"],
      folder,
    );
    expect(status).toBe(0);
    expect(readFileSync(report, "utf8")).toContain(
      "cut.tar.gz\t-\t-\tnot taken\tthe packed data is cut off",
    );
    expect((await posts("cut").execute()).length).toBeGreaterThan(0);
    expect(await examine(db)).toEqual([]);
  });
});
