import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { examine } from "#app/features/portability/doctor.server.ts";
import { examineStorage } from "#app/features/portability/doctor-uploads.server.ts";
import { storeUpload } from "#app/features/uploads/store-upload.server.ts";
import { sweepUploads } from "#app/features/uploads/sweep-uploads.server.ts";
import { STORAGES, type TestStorage } from "#app/features/uploads/testing/storages.ts";
import type { UploadView } from "#app/features/uploads/upload-address.ts";
import { GUEST, type Actor, type Community } from "#app/lib/ctx.ts";
import { AppError, InvalidError, NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { draftForm } from "../drafts/draft-form.ts";
import { discardDraft } from "../drafts/remove-draft.server.ts";
import { saveDraft } from "../drafts/save-draft.server.ts";
import { editPost } from "../edit-post.server.ts";
import { hidePost } from "../hide-post.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { postReply } from "../post-reply.server.ts";
import { startThread } from "../start-thread.server.ts";
import { getFile } from "./get-file.server.ts";

const { db } = await cloneDatabase();
let community: Awaited<ReturnType<typeof makeCommunity>>;
let writer: TestMember;
let reader: TestMember;
let moderator: TestMember;
let thread: { threadId: number; postId: number };
let made: TestStorage;
let serial = 0;

const as = (actor: Actor, where: Community = community) => makeCtx(db, where, actor);
const log = (text = `line ${(serial += 1)}`) => ({ name: "hub.log", bytes: Buffer.from(text) });
const upload = (by: TestMember = writer, file = log(), where: Community = community) =>
  storeUpload(as(by, where), file, made.storage);
const linkTo = (file: UploadView) => `See [the log](${file.url})`;
const answer = (by: TestMember, body: string) =>
  postAnswer(as(by), { threadId: thread.threadId, body });

async function see(actor: Actor, file: UploadView, where: Community = community) {
  const [, , id = "", name = ""] = file.url.split("/");
  const request = { file: id, name: decodeURIComponent(name), width: null };
  return getFile(as(actor, where), request, made.storage);
}

/** Who of the cast gets the file. */
async function seenBy(file: UploadView): Promise<string[]> {
  const cast = { guest: GUEST, reader, writer, moderator };
  const seen: string[] = [];
  for (const [name, actor] of Object.entries(cast)) {
    const found = await see(actor, file).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (found) seen.push(found.isPublic ? `${name}, as all` : name);
  }
  return seen;
}

const EVERYBODY = ["guest, as all", "reader, as all", "writer, as all", "moderator, as all"];

async function age(file: UploadView, hours: number): Promise<void> {
  await sql`update upload set created_at = now() - make_interval(hours => ${hours}) where id = ${file.id}`.execute(
    db,
  );
  await sql`update stored_file set used_at = now() - make_interval(hours => ${hours})`.execute(db);
}

const isThere = async (file: UploadView) =>
  (await db.selectFrom("upload").select("id").where("id", "=", file.id).execute()).length === 1;

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof InvalidError) return Object.values(error.fields)[0]!.key;
  if (error instanceof AppError) return error.publicMessage.key;
  throw new Error("it was taken");
}

describe.each(Object.entries(STORAGES))("uploads in %s", (_, make) => {
  beforeAll(async () => {
    made = await make();
  });
  afterAll(() => made.close());
  beforeEach(async () => {
    community = await makeCommunity(db);
    writer = await makeMember(db, community);
    reader = await makeMember(db, community);
    moderator = await makeMember(db, community, { role: "moderator" });
    const words = { title: "What does the light say", body: "It blinks", spaceSlug: "general" };
    thread = await startThread(as(writer), { kind: "question", ...words });
  });

  it("store a picture in its sizes and give its address", async () => {
    const picture = sharp({
      create: { width: 1000, height: 500, channels: 3, background: "#345" },
    });
    const bytes = await picture.png().toBuffer();
    const view = await upload(writer, { name: "My hub.PNG", bytes });
    expect(view).toMatchObject({ kind: "image", width: 1000, height: 500, name: "My-hub.webp" });
    expect(view.url).toBe(`/files/${view.id}-1000x500/My-hub.webp`);
    const request = { file: `${view.id}-1000x500`, name: "My-hub.webp" };
    for (const [asked, got] of [
      [null, 1000],
      [480, 480],
      [960, 960],
      [1920, 1000],
      [17, 1000],
    ] as const) {
      const file = await getFile(as(writer), { ...request, width: asked }, made.storage);
      const { body, bytes: length } = await file.open();
      const read = Buffer.from(await new Response(body).arrayBuffer());
      expect(read).toHaveLength(length);
      expect((await sharp(read).metadata()).width).toBe(got);
    }
    for (const wrong of [
      { ...request, file: view.id },
      { ...request, file: `${view.id}-1000x501` },
      { ...request, name: "other.webp" },
    ]) {
      const asked = getFile(as(writer), { ...wrong, width: null }, made.storage);
      await expect(asked).rejects.toThrow(NotFoundError);
    }
  });

  it("are one when the same member sends the same twice, also at once", async () => {
    const file = log();
    const [one, two] = await Promise.all([upload(writer, file), upload(writer, file)]);
    const three = await upload(writer, file);
    expect(new Set([one.id, two.id, three.id]).size).toBe(1);
    expect((await upload(reader, file)).id).not.toBe(one.id);
    const other = await upload(writer, { ...file, name: "other.log" });
    expect(other.id).not.toBe(one.id);
    const { rows } =
      await sql`select from stored_file where community_id = ${community.id}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it("come back when their file was lost", async () => {
    const file = log();
    const first = await upload(writer, file);
    const { rows } = await sql<{ key: string }>`
      select key from stored_file where community_id = ${community.id}`.execute(db);
    const { key } = rows[0]!;
    await made.storage.remove(`${community.id}/${key.slice(0, 2)}/${key}/file`);
    await expect((await see(writer, first)).open()).rejects.toThrow(NotFoundError);
    const missing = () => examineStorage(db, made.storage, community.id);
    expect(await missing()).toMatchObject([{ check: "upload.file", id: first.id }]);
    await upload(writer, file);
    expect((await (await see(writer, first)).open()).bytes).toBe(file.bytes.length);
    expect(await missing()).toEqual([]);
  });

  it("are for members whose address is verified", async () => {
    const unverified = await makeMember(db, community, { verified: false });
    expect(await refusal(upload(unverified))).toBe("error.verifyFirst");
    const guest = storeUpload(as(GUEST), log(), made.storage);
    await expect(guest).rejects.toThrow(SignInNeededError);
  });

  it("are seen by their sender and staff, and by all once a post shows them", async () => {
    const file = await upload();
    expect(await seenBy(file)).toEqual(["writer", "moderator"]);
    const post = await answer(writer, linkTo(file));
    expect(await seenBy(file)).toEqual(EVERYBODY);
    await hidePost(as(moderator), { postId: post.postId, reason: "personal data" });
    expect(await seenBy(file)).toEqual(["writer", "moderator"]);
  });

  it("go with what the thread and its space say", async () => {
    const file = await upload();
    const post = await answer(writer, linkTo(file));
    const setState = (table: "post" | "thread", id: number, state: "held" | "published") =>
      db.updateTable(table).set({ state }).where("id", "=", id).execute();
    await setState("post", post.postId, "held");
    expect(await seenBy(file)).toEqual(["writer", "moderator"]);
    await setState("post", post.postId, "published");
    await setState("thread", thread.threadId, "held");
    expect(await seenBy(file)).toEqual(["writer", "moderator"]);
    await setState("thread", thread.threadId, "published");
    const space = (role: "guest" | "member" | "super_user") =>
      db
        .updateTable("space")
        .set({ read_role: role })
        .where("id", "=", community.spaces.general)
        .execute();
    await space("member");
    expect(await seenBy(file)).toEqual(["reader", "writer", "moderator"]);
    await space("super_user");
    expect(await seenBy(file)).toEqual(["writer", "moderator"]);
    await space("guest");
    expect(await seenBy(file)).toEqual(EVERYBODY);
  });

  it("of another community are not there", async () => {
    const elsewhere = await makeCommunity(db);
    const admin = await makeMember(db, elsewhere, { role: "admin" });
    const file = await upload();
    await answer(writer, linkTo(file));
    await expect(see(GUEST, file, elsewhere)).rejects.toThrow(NotFoundError);
    await expect(see(admin, file, elsewhere)).rejects.toThrow(NotFoundError);
    const there = await startThread(as(admin, elsewhere), {
      kind: "question",
      title: "May I show what is theirs",
      body: "Let us see",
      spaceSlug: "general",
    });
    const shown = postAnswer(as(admin, elsewhere), {
      threadId: there.threadId,
      body: linkTo(file),
    });
    expect(await refusal(shown)).toBe("upload.notHere");
  });

  it("of the same content lie elsewhere in another community", async () => {
    const elsewhere = await makeCommunity(db);
    const member = await makeMember(db, elsewhere);
    const file = log();
    await upload(writer, file);
    await upload(member, file, elsewhere);
    const keys = await db
      .selectFrom("stored_file")
      .select("key")
      .where("community_id", "in", [community.id, elsewhere.id])
      .execute();
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
  });

  it("of others can be quoted once they are seen, not before", async () => {
    const file = await upload();
    expect(await refusal(answer(reader, linkTo(file)))).toBe("upload.notHere");
    const post = await answer(writer, linkTo(file));
    await answer(reader, `${linkTo(file)}, as you said`);
    await hidePost(as(moderator), { postId: post.postId, reason: "spam" });
    expect(await seenBy(file)).toEqual(EVERYBODY);
    const none = { ...file, url: file.url.replace(/\/files\/.{4}/, "/files/aaaa") };
    expect(await refusal(answer(writer, linkTo(none)))).toBe("upload.notHere");
  });

  it("stay with the revision that shows them, unseen", async () => {
    const [first, second] = [await upload(), await upload()];
    const post = await answer(writer, linkTo(first));
    await editPost(as(writer), { ...post, body: linkTo(second), baseRevision: 1 });
    expect(await seenBy(first)).toEqual(["writer", "moderator"]);
    expect(await seenBy(second)).toEqual(EVERYBODY);
    await age(first, 200);
    await sweepUploads(db, made.storage);
    expect(await isThere(first)).toBe(true);
    await editPost(as(writer), { ...post, body: linkTo(first), baseRevision: 2 });
    expect(await seenBy(first)).toEqual(EVERYBODY);
    const checks = async () => (await examine(db, community.id)).map(({ check }) => check);
    expect((await checks()).filter((check) => check.includes("upload"))).toEqual([]);
    await sql`update post_upload set current = not current where post_id = ${post.postId}`.execute(
      db,
    );
    expect((await checks()).filter((check) => check.includes("upload"))).toEqual([
      "post_upload.missing",
      "post_upload.current",
    ]);
  });

  it("in a text that was stored before don't stop an edit", async () => {
    const file = await upload();
    const { postId } = await answer(writer, "It blinks");
    const body = `Look [here](${file.url.replace(/\/files\/.{4}/, "/files/aaaa")})`;
    const document = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            {
              type: "text",
              text: "here",
              marks: [{ type: "link", attrs: { href: /\((.*)\)/.exec(body)![1] } }],
            },
          ],
        },
      ],
    };
    await db
      .updateTable("post")
      .set({ document: JSON.stringify(document) })
      .where("id", "=", postId)
      .execute();
    await editPost(as(writer), { postId, body: `${body}, more`, baseRevision: 1 });
    const { revision } = await db
      .selectFrom("post")
      .select("revision")
      .where("id", "=", postId)
      .executeTakeFirstOrThrow();
    expect(revision).toBe(2);
  });

  it("that nothing shows go after a day, their files too", async () => {
    const [old, young, shown, written] = [
      await upload(),
      await upload(),
      await upload(),
      await upload(),
    ];
    const post = await answer(writer, "It blinks");
    await postReply(as(writer), { parentId: post.postId, body: linkTo(shown) });
    const draft = draftForm.parse({ draftKey: "ask", body: linkTo(written) });
    await saveDraft(as(writer), draft);
    for (const file of [old, shown, written]) await age(file, 25);
    await age(young, 23);
    const swept = await sweepUploads(db, made.storage);
    expect(swept.uploads).toBe(1);
    expect(await Promise.all([old, young, shown, written].map(isThere))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(swept.files).toBeGreaterThanOrEqual(1);
    expect((await (await see(writer, written)).open()).bytes).toBeGreaterThan(0);
    await discardDraft(as(writer), "ask");
    expect((await sweepUploads(db, made.storage)).uploads).toBe(1);
    expect(await isThere(written)).toBe(false);
    expect(await sweepUploads(db, made.storage)).toEqual({ uploads: 0, files: 0 });
  });

  it("leave files behind only until the next sweep when a removal fails", async () => {
    const file = log();
    const gone = await upload(writer, file);
    await age(gone, 30);
    const away = {
      ...made.storage,
      remove: () => Promise.reject(new Error("away")),
    };
    await sweepUploads(db, away);
    expect(await isThere(gone)).toBe(false);
    const files = () =>
      db
        .selectFrom("stored_file")
        .select(["key"])
        .where("community_id", "=", community.id)
        .execute();
    const [left] = await files();
    const key = `${community.id}/${left!.key.slice(0, 2)}/${left!.key}/file`;
    expect(await made.storage.has(key)).toBe(true);
    await sweepUploads(db, made.storage);
    expect(await files()).toEqual([]);
    expect(await made.storage.has(key)).toBe(false);
  });

  it("are either shown or swept, whoever comes first", async () => {
    const files = [];
    for (let at = 0; at < 12; at += 1) files.push(await upload());
    for (const file of files) await age(file, 30);
    const [outcomes] = await Promise.all([
      Promise.allSettled(files.map((file) => answer(writer, linkTo(file)))),
      sweepUploads(db, made.storage),
      sweepUploads(db, made.storage),
    ]);
    for (const [at, { status }] of outcomes.entries()) {
      expect(await isThere(files[at]!)).toBe(status === "fulfilled");
      if (status === "fulfilled") {
        expect((await (await see(GUEST, files[at]!)).open()).bytes).toBeGreaterThan(0);
      } else {
        const { reason } = outcomes[at] as PromiseRejectedResult;
        expect(reason).toBeInstanceOf(InvalidError);
      }
    }
  });

  it("wait for a text that is being stored, and a text waits for the sweep", async () => {
    const held = await upload();
    await age(held, 30);
    const { postId } = await answer(writer, "It blinks");
    await db.transaction().execute(async (tx) => {
      await sql`select from upload where id = ${held.id} for no key update`.execute(tx);
      await sweepUploads(db, made.storage);
      await sql`insert into post_upload (community_id, post_id, upload_id)
        values (${community.id}, ${postId}, ${held.id})`.execute(tx);
    });
    await sweepUploads(db, made.storage);
    expect(await isThere(held)).toBe(true);
    const going = await upload();
    let posting: Promise<string> | undefined;
    await db.transaction().execute(async (tx) => {
      await sql`select from upload where id = ${going.id} for update`.execute(tx);
      posting = refusal(answer(writer, linkTo(going)));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`delete from upload where id = ${going.id}`.execute(tx);
    });
    expect(await posting).toBe("upload.notHere");
  });
});
