import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { storeUpload } from "#app/features/uploads/store-upload.server.ts";
import { STORAGES, type TestStorage } from "#app/features/uploads/testing/storages.ts";
import type { UploadView } from "#app/features/uploads/upload-address.ts";
import { QUOTAS } from "#app/features/uploads/upload-limits.ts";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";
import { shownUploads } from "./shown-uploads.server.ts";

const { db } = await cloneDatabase();
let community: Awaited<ReturnType<typeof makeCommunity>>;
let writer: TestMember;
let reader: TestMember;
let thread: { threadId: number; postId: number };
let made: TestStorage;
let serial = 0;

const as = (actor: Actor) => makeCtx(db, community, actor);
const upload = (by: TestMember = writer) => {
  const bytes = Buffer.from(`line ${(serial += 1)}`);
  return storeUpload(as(by), { name: "hub.log", bytes }, made.storage);
};
const linkTo = (file: UploadView) => `See [the log](${file.url})`;
const answer = (by: TestMember, body: string) =>
  postAnswer(as(by), { threadId: thread.threadId, body });
const isThere = async (file: UploadView) =>
  (await db.selectFrom("upload").select("id").where("id", "=", file.id).execute()).length === 1;

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error.publicMessage.key;
  throw new Error("it was taken");
}

describe("what a member may send within a day", () => {
  beforeAll(async () => {
    made = await STORAGES["a folder"]!();
  });
  afterAll(() => made.close());
  beforeEach(async () => {
    community = await makeCommunity(db);
    writer = await makeMember(db, community);
  });

  const joined = (days: number) =>
    sql`update member set created_at = now() - make_interval(days => ${days}) where id = ${writer.id}`.execute(
      db,
    );
  const sent = (bytes: number) =>
    sql`update upload set received_bytes = ${bytes} where member_id = ${writer.id}`.execute(db);

  it("is bounded by number, also when all come at once", async () => {
    const { files } = QUOTAS.new;
    const results = await Promise.allSettled(Array.from({ length: files + 5 }, () => upload()));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(files);
    expect(await refusal(upload())).toBe("upload.quotaFiles");
    await joined(8);
    await upload();
  });

  it("is bounded by size, more for those who are longer here or trusted", async () => {
    const first = await upload();
    await sent(QUOTAS.new.bytes);
    expect(await refusal(upload())).toBe("upload.quotaBytes");
    await joined(8);
    await upload();
    await db
      .deleteFrom("upload")
      .where("member_id", "=", writer.id)
      .where("id", "<>", first.id)
      .execute();
    await sent(QUOTAS.member.bytes);
    expect(await refusal(upload())).toBe("upload.quotaBytes");
    await upload({ ...writer, role: "super_user" });
    await sql`
      update upload set created_at = now() - interval '25 hours' where member_id = ${writer.id}
    `.execute(db);
    await upload();
  });
});

describe("a member’s picture", () => {
  beforeAll(async () => {
    made = await STORAGES["a folder"]!();
    community = await makeCommunity(db);
    writer = await makeMember(db, community);
  });
  afterAll(() => made.close());

  it("is taken from the rank on that unlocks them, and named where it isn’t", async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const picture = (by: TestMember) =>
      storeUpload(as(by), { name: "lamp.png", bytes }, made.storage);
    const newcomer = await makeMember(db, community, { powers: [] });
    expect(await refusal(picture(newcomer))).toBe("upload.picturesLater");
    expect((await upload(newcomer)).kind).toBe("file");
    expect((await picture(writer)).kind).toBe("image");
  });
});

describe("a member who leaves", () => {
  beforeAll(async () => {
    made = await STORAGES["a folder"]!();
  });
  afterAll(() => made.close());

  it.each(["keep", "remove"] as const)("takes along what nothing shows: %s", async (policy) => {
    community = await makeCommunity(db);
    writer = await makeMember(db, community);
    reader = await makeMember(db, community);
    const words = { title: "What does the light say", body: "It blinks", spaceSlug: "general" };
    thread = await startThread(as(reader), { kind: "question", ...words });
    const [unshown, shown, quoted] = [await upload(), await upload(), await upload()];
    await answer(writer, linkTo(shown));
    await answer(writer, linkTo(quoted));
    await answer(reader, `${linkTo(quoted)}, they said`);
    await sql`update member set erase_at = now() where id = ${writer.id}`.execute(db);
    await db
      .updateTable("community")
      .set({ erase_policy: policy })
      .where("id", "=", community.id)
      .execute();
    expect(await eraseMember({ ...as(GUEST), now: new Date(Date.now() + 1_000) }, writer.id)).toBe(
      true,
    );
    expect(await isThere(unshown)).toBe(false);
    expect(await isThere(shown)).toBe(policy === "keep");
    expect(await isThere(quoted)).toBe(true);
    const left = await db
      .selectFrom("upload")
      .select("member_id")
      .where("community_id", "=", community.id)
      .execute();
    expect(left.every(({ member_id }) => member_id === null)).toBe(true);
    expect(await shownUploads(as(GUEST), [quoted.id])).toEqual([quoted.id]);
  });
});
