import { execFile } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import {
  HOSTILE_ADDRESSES,
  HOSTILE_PAYLOADS,
} from "../app/features/threads/rich-text/hostile-payloads.ts";
import { query } from "./database.ts";
import { larkfield } from "./origins.ts";
import { send, type Sent } from "./send.ts";
import { startSession } from "./sessions.ts";
import { answer, ask } from "./write-posts.ts";
import { mark as newMark } from "./mark.ts";

/** Texts for one line: every kind of payload, without the forms that addresses take in texts. */
export const LINES = HOSTILE_PAYLOADS.slice(0, -4 * HOSTILE_ADDRESSES.length);

export type Writer = { handle: string; session: string };

/** Counts of what the application took, by the way in. */
export type Taken = Record<string, number>;

export type Hostile = {
  mark: string;
  writers: Writer[];
  thread: string;
  /** Answers whose replies hold the payloads: as Markdown, as documents, links to files. */
  under: { markdown: number; documents: number; files: number };
  edited: number[];
  imported: { path: string; html: number; markdown: number };
  taken: Taken;
};

const AT_ONCE = 4;
/** Payloads a reply; each stands alone in the title and the text of a question too. */
const TOGETHER = 4;

async function each<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>) {
  let next = 0;
  const one = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      await work(items[at]!, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Members with sessions, by rows: one for each line. */
async function makeWriters(mark: string, count: number): Promise<Writer[]> {
  const writers = Array.from({ length: count }, (_, n) => ({
    handle: `h${mark}${n}`,
    session: randomBytes(20).toString("hex"),
  }));
  const hashes = writers.map(({ session }) => createHash("sha256").update(session).digest("hex"));
  await query(
    `with home as (select community_id as id from community_host where host = 'localhost'),
     given as (select * from unnest($1::text[], $2::text[]) as g(handle, hash)),
     made as (
       insert into member (community_id, handle, handle_key, name, email, email_key, email_verified_at, rank)
       select home.id, handle, handle, 'Writer', handle || '@example.com',
         handle || '@example.com', now(), 2 from given, home returning community_id, id, handle)
     insert into member_session (id_hash, community_id, member_id, expires_at)
     select given.hash, made.community_id, made.id, now() + interval '1 day'
     from made join given using (handle)`,
    [writers.map(({ handle }) => handle), hashes],
  );
  return writers;
}

class Submitter {
  readonly taken: Taken = {};

  /** Submits as a form would; what is refused must be refused in order. */
  async submit(kind: string, to: string, session: string, form: Record<string, string>) {
    let sent = await send(larkfield(), to, { session, form });
    // A database that is too busy for the moment says so; a fault stays one.
    for (let again = 0; again < 3 && sent.status >= 500; again += 1) {
      sent = await send(larkfield(), to, { session, form });
    }
    return this.count(kind, sent);
  }

  count(kind: string, sent: Sent): string | null {
    if (![200, 201, 302, 400, 422].includes(sent.status)) {
      throw new Error(`${kind}: ${sent.status}`);
    }
    const took = sent.status < 400;
    this.taken[kind] = (this.taken[kind] ?? 0) + (took ? 1 : 0);
    return took ? (sent.headers.location ?? sent.body) : null;
  }
}

function packsOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

const text = (value: string) => ({ type: "text", text: value });
const documentOf = (...content: unknown[]) => JSON.stringify({ type: "doc", content });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });

async function writeProfiles(to: Submitter, writers: Writer[]): Promise<void> {
  await each(writers, async ({ session }, at) => {
    const payload = HOSTILE_PAYLOADS[at]!;
    const form = { bio: payload, products: payload, showProducts: "everyone" };
    const line = Array.from(payload).slice(0, 60).join("");
    const rest = { ...form, showActivity: "everyone" };
    const named = await to.submit("names", "/settings?index", session, { ...rest, name: line });
    if (named === null)
      await to.submit("bios", "/settings?index", session, { ...rest, name: `W ${at}` });
  });
}

async function writeReplies(to: Submitter, hostile: Omit<Hostile, "imported">): Promise<void> {
  const { writers, thread, under } = hostile;
  const reply = (kind: string, session: string, parent: number, given: Record<string, string>) =>
    to.submit(kind, thread, session, {
      intent: "reply",
      parentId: String(parent),
      idempotencyKey: randomUUID(),
      body: "",
      ...given,
    });
  await each(packsOf(HOSTILE_PAYLOADS, TOGETHER), async (pack, at) => {
    const { session } = writers[at]!;
    await reply("Markdown", session, under.markdown, { body: pack.join("\n\n") });
    const whole = documentOf(
      ...pack.flatMap((payload) => [
        paragraph(text(payload), { type: "hardBreak" }, text(payload)),
        { type: "codeBlock", attrs: { language: "js" }, content: [text(payload)] },
        { type: "blockquote", content: [paragraph(text(payload))] },
      ]),
    );
    await reply("documents", session, under.documents, { document: whole });
  });
  await each(HOSTILE_ADDRESSES, async (address, at) => {
    const link = { type: "link", attrs: { href: address } };
    const linked = documentOf(paragraph({ ...text("linked"), marks: [link] }));
    const { session } = writers[at]!;
    await reply("links", session, under.documents, { document: linked });
    const image = { type: "image", attrs: { src: address, alt: address } };
    await reply("images", session, under.documents, { document: documentOf(paragraph(image)) });
  });
}

async function writeThreads(to: Submitter, mark: string, writers: Writer[]): Promise<string[]> {
  const threads: string[] = [];
  await each(LINES, async (payload, at) => {
    const tail = ` ${mark}`;
    const title = payload.slice(0, 150 - tail.length) + tail;
    const form = { kind: "question", title, body: payload, spaceSlug: "wifi", tags: "" };
    const idempotencyKey = randomUUID();
    const made = await to.submit("titles", "/ask", writers[at]!.session, {
      ...form,
      idempotencyKey,
    });
    if (made) threads.push(made);
  });
  return threads;
}

function upload(session: string, name: string): Promise<Sent> {
  const boundary = `----${randomUUID()}`;
  // As browsers write it: quotes and line ends are percent-encoded.
  const sent = name.replace(/["\r\n]/g, (one) => encodeURIComponent(one));
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${sent}"\r\nContent-Type: text/plain\r\n\r\n${name}\r\n--${boundary}--\r\n`;
  const headers = {
    "content-type": `multipart/form-data; boundary=${boundary}`,
    origin: larkfield(),
    "sec-fetch-site": "same-origin",
  };
  return send(larkfield(), "/uploads", { method: "POST", session, headers, body });
}

async function writeFiles(to: Submitter, hostile: Omit<Hostile, "imported">): Promise<void> {
  const links: string[] = [];
  await each(LINES, async (payload, at) => {
    const sent = await upload(hostile.writers[at]!.session, payload);
    const answered = to.count("file names", sent);
    if (!answered) return;
    const { upload: file } = JSON.parse(answered) as { upload: { url: string; name: string } };
    links.push(`[${file.name}](${file.url})`);
  });
  const session = await startSession("dan");
  for (const pack of packsOf(links, 40)) {
    await to.submit("files", hostile.thread, session, {
      intent: "reply",
      parentId: String(hostile.under.files),
      idempotencyKey: randomUUID(),
      body: pack.join("\n\n"),
    });
  }
}

/** Posts with many payloads, edited once, so that they have an edit form, a history and drafts. */
async function writeEdits(to: Submitter, thread: string): Promise<number[]> {
  const texts = packsOf(HOSTILE_PAYLOADS, Math.ceil(HOSTILE_PAYLOADS.length / 4)).map((pack) =>
    pack.join("\n\n"),
  );
  const session = await startSession("dan");
  const posts: number[] = [];
  for (const [part, body] of texts.entries()) {
    const id = await answer("dan", thread, body);
    posts.push(id);
    const other = `Edited ${part}\n\n${texts[(part + 1) % texts.length]!}`;
    const edit = { body: other, baseRevision: "1", reason: LINES[part]! };
    await to.submit("edits", `/p/${id}/edit`, session, edit);
    await to.submit("drafts", "/drafts/save", session, {
      draftKey: `ask:hurt${part}`,
      title: LINES[part + 9]!,
      tags: LINES[part + 20]!,
      kind: "question",
      spaceSlug: "wifi",
      body,
    });
    await to.submit("drafts", "/drafts/save", session, { draftKey: `edit:${id}`, body });
  }
  return posts;
}

/** Everything that a file of Porchlight's own format can say, in every field a payload. */
function importLines(mark: string): object[] {
  const createdAt = "2024-05-01T08:00:00Z";
  const slug = `hurt-${mark}`;
  const asText = (kind: "html" | "markdown", at: number) => ({ [kind]: HOSTILE_PAYLOADS[at]! });
  const lines: object[] = [
    { type: "community", version: 1, slug },
    { type: "space", slug, name: LINES[3], description: LINES[4] },
  ];
  for (const [at, payload] of LINES.entries()) {
    const [short, id] = [payload.slice(0, 60), `m${at}`];
    const about = { title: short, bio: { markdown: payload }, createdAt };
    lines.push({ type: "tag", slug: `${mark}-${at}`, name: short });
    lines.push({
      type: "member",
      id,
      handle: `${payload.slice(0, 20)}${at}`,
      name: payload,
      ...about,
    });
  }
  const origin = (at: number) => ({
    author: at % 2 === 0 ? `m${at}` : null,
    sourceAuthor: HOSTILE_PAYLOADS[at]!.slice(0, 120),
    sourceUrl: HOSTILE_ADDRESSES[at % HOSTILE_ADDRESSES.length],
    licence: HOSTILE_PAYLOADS[at]!.slice(0, 60),
    createdAt,
  });
  const thread = { type: "thread", kind: "question", space: slug };
  const opening = { id: "opening", ...origin(0), text: { markdown: "Hostile things follow" } };
  lines.push({ ...thread, id: "all", title: `Imported ${mark}`, opening });
  for (const kind of ["html", "markdown"] as const) {
    lines.push({ type: "post", id: kind, thread: "all", text: { markdown: kind }, createdAt });
    for (const at of HOSTILE_PAYLOADS.keys()) {
      const post = { type: "post", id: `${kind}${at}`, thread: "all", parent: kind };
      lines.push({ ...post, ...origin(at), text: asText(kind, at) });
    }
  }
  for (const [at, payload] of LINES.entries()) {
    const first = { id: `o${at}`, ...origin(at), text: asText("html", at) };
    const tags = [`${mark}-${at}`];
    lines.push({ ...thread, id: `t${at}`, title: `${payload} ${mark}`, tags, opening: first });
  }
  return lines;
}

async function importAll(to: Submitter, mark: string): Promise<Hostile["imported"]> {
  const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
  const file = path.join(folder, "hostile.jsonl");
  writeFileSync(
    file,
    importLines(mark)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  );
  const report = path.join(folder, "report.tsv");
  const command = ["app/cli/command.js", "import", "porchlight", file, "--community", "larkfield"];
  await promisify(execFile)(process.execPath, [...command, "--report", report], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORCHLIGHT_MODE: "demo",
      DATABASE_URL: process.env.E2E_DATABASE_URL,
      SECRET: "e2e-only-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    },
  });
  const rows = await query<{ path: string; id: number; text: string; replies: number }>(
    `select '/t/' || t.id || '/' || t.slug as path, p.id, p.text,
       (select count(*) from post r where r.community_id = p.community_id and r.root_id = p.id
          and r.kind = 'reply') as replies
     from thread t join post p on p.community_id = t.community_id and p.thread_id = t.id
     where t.title = $1 and p.kind = 'answer' order by p.id`,
    [`Imported ${mark}`],
  );
  const [html, markdown] = ["html", "markdown"].map((kind) =>
    rows.find((row) => row.text === kind),
  );
  if (!html || !markdown) throw new Error("the import did not take its posts");
  to.taken["imported HTML"] = html.replies;
  to.taken["imported Markdown"] = markdown.replies;
  return { path: html.path, html: html.id, markdown: markdown.id };
}

/** Answers to hostile titles by members with hostile names: each becomes a mail. */
async function causeMails(to: Submitter, threads: string[], writers: Writer[]): Promise<void> {
  await each(threads.slice(0, 40), async (thread, at) => {
    const { session } = writers.at(-1 - at)!;
    const body = HOSTILE_PAYLOADS[at * 5]!;
    const form = { intent: "answer", body, idempotencyKey: randomUUID() };
    await to.submit("mails", thread, session, form);
  });
}

/** Writes every payload through every way in, as browsers and the importer would. */
export async function writeHostile(): Promise<Hostile> {
  const mark = newMark();
  const to = new Submitter();
  const writers = await makeWriters(mark, LINES.length);
  await writeProfiles(to, writers);
  const thread = await ask("rob", `Where hostile things are said ${mark}`);
  const under = {
    markdown: await answer("rob", thread, "Markdown follows"),
    documents: await answer("rob", thread, "Documents follow"),
    files: await answer("rob", thread, "Files follow"),
  };
  const begun = { mark, writers, thread, under, taken: to.taken };
  await writeReplies(to, { ...begun, edited: [] });
  const threads = await writeThreads(to, mark, writers);
  await causeMails(to, threads, writers);
  await writeFiles(to, { ...begun, edited: [] });
  const edited = await writeEdits(to, await ask("rob", `Where hostile things are edited ${mark}`));
  return { ...begun, edited, imported: await importAll(to, mark) };
}
