import { beforeEach, describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { MEMBER_ROLES } from "#app/lib/roles.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, makeSpace } from "#db/testing/make.ts";
import { getThreadPage } from "../get-thread-page.server.ts";
import { startThread } from "../start-thread.server.ts";
import { arrangeField } from "./arrange-field.server.ts";
import { defineField } from "./define-field.server.ts";
import type { FieldForm } from "./field-definition.ts";
import { getFieldsPage } from "./get-fields-page.server.ts";
import { listSpaceFields } from "./list-space-fields.server.ts";
import { FIELD_LIMITS, fieldName } from "./space-field.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const admin = await makeMember(db, community, { role: "admin" });
const asker = await makeMember(db, community);

let slug = "";
let serial = 0;
const as = (actor: Actor, at = community) => makeCtx(db, at, actor);

beforeEach(async () => {
  serial += 1;
  slug = `asks-${serial}`;
  await makeSpace(db, community.id, { slug });
});

const texts = { help: "", options: "", required: "" };
const define = (given: Partial<FieldForm> & { fieldId?: number }, actor: Actor = admin) =>
  defineField(as(actor), { kind: "text", label: "Device", ...texts, ...given, spaceSlug: slug });
const arrange = (verb: "up" | "down" | "remove" | "restore", field: number) =>
  arrangeField(as(admin), { arrange: verb, field, spaceSlug: slug });
const asked = async () => (await listSpaceFields(as(admin), [slug]))[slug] ?? [];
const ask = (details: Record<string, string>, more: Record<string, unknown> = {}) => {
  serial += 1;
  return startThread(as(asker), {
    kind: "question",
    title: `What a space asks ${serial}`,
    body: "It does not work.",
    spaceSlug: slug,
    details,
    ...more,
  });
};

describe("defining what a space asks", () => {
  it("keeps the fields in order and gives them to the form", async () => {
    const options = " Hub 2 \n\nHub 3\r\nHub 3";
    await define({ kind: "choice", label: " Which   hub ", help: "On its back", options });
    await define({ kind: "boolean", label: "رقم؟", required: "yes" });
    expect(await asked()).toMatchObject([
      { kind: "choice", label: "Which hub", help: "On its back", options: ["Hub 2", "Hub 3"] },
      { kind: "boolean", label: "رقم؟", options: [], required: true },
    ]);
  });

  it.each([
    [{ label: "  " }, "label"],
    [{ label: "x".repeat(61) }, "label"],
    [{ help: "x".repeat(201) }, "help"],
    [{ kind: "choice", options: "only one" }, "options"],
    [{ kind: "choices", options: Array.from({ length: 31 }, (_, n) => n).join("\n") }, "options"],
    [{ kind: "choice", options: `short\n${"x".repeat(61)}` }, "options"],
  ] as [Partial<FieldForm>, string][])("refuses %j", async (given, field) => {
    await expect(define(given)).rejects.toMatchObject({ fields: { [field]: expect.anything() } });
    expect(await asked()).toEqual([]);
  });

  it("takes a name once in a space", async () => {
    const id = await define({ label: "Plan" });
    await expect(define({ label: "PLAN" })).rejects.toMatchObject({ fields: { label: {} } });
    expect(await define({ label: "plan", fieldId: id })).toBe(id);
  });

  it("stops at ten, also when they come at once", async () => {
    const many = Array.from({ length: 14 }, (_, n) => define({ label: `Field ${n}` }));
    const done = (await Promise.allSettled(many)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(FIELD_LIMITS.perSpace);
    expect(await asked()).toHaveLength(FIELD_LIMITS.perSpace);
    expect((await getFieldsPage(as(admin), slug)).open).toBe(false);
  });

  it("moves fields, and stays where nothing is above or below", async () => {
    const [a, b, c] = [
      await define({ label: "A" }),
      await define({ label: "B" }),
      await define({ label: "C" }),
    ];
    await arrange("up", c);
    await arrange("up", a);
    await arrange("down", b);
    expect((await asked()).map((field) => field.label)).toEqual(["A", "C", "B"]);
    await arrange("up", c);
    expect((await asked()).map((field) => field.label)).toEqual(["C", "A", "B"]);
  });

  it("changes a field but not its kind", async () => {
    const id = await define({ kind: "choice", options: "a\nb" });
    await define({ fieldId: id, kind: "number", label: "Router", options: "b\nc" });
    expect(await asked()).toMatchObject([{ kind: "choice", label: "Router", options: ["b", "c"] }]);
  });

  it("removes what nobody used, and archives what somebody did", async () => {
    const unused = await define({ label: "Unused" });
    const used = await define({ label: "Used" });
    const { threadId } = await ask({ [fieldName(used)]: "Hub 3" });
    await arrange("remove", unused);
    await arrange("remove", used);
    expect(await asked()).toEqual([]);
    const page = await getFieldsPage(as(admin), slug);
    expect(page.archived).toMatchObject([{ label: "Used", threads: 1 }]);
    const { thread } = await getThreadPage(as(GUEST), { threadId });
    expect(thread.fields).toEqual([{ label: "Used", kind: "text", values: ["Hub 3"] }]);
    await ask({ [fieldName(used)]: "not asked any more" });
    expect((await getFieldsPage(as(admin), slug)).archived[0]?.threads).toBe(1);
    await arrange("restore", used);
    expect(await asked()).toMatchObject([{ label: "Used" }]);
  });

  it("doesn’t restore over ten, or over a field of the same name", async () => {
    const old = await define({ label: "Device" });
    await ask({ [fieldName(old)]: "Hub 3" });
    await arrange("remove", old);
    const same = await define({ label: "device" });
    await expect(arrange("restore", old)).rejects.toMatchObject({ fields: { label: {} } });
    await arrange("remove", same);
    for (let n = 0; n < FIELD_LIMITS.perSpace; n += 1) await define({ label: `Field ${n}` });
    await expect(arrange("restore", old)).rejects.toMatchObject({ code: "too_many_fields" });
  });
});

describe("who defines", () => {
  it.each(MEMBER_ROLES.filter((role) => role !== "admin"))("not a %s", async (role) => {
    const actor = await makeMember(db, community, { role });
    await expect(define({}, actor)).rejects.toThrow(ForbiddenError);
    await expect(getFieldsPage(as(actor), slug)).rejects.toThrow(ForbiddenError);
    const move = arrangeField(as(actor), { arrange: "up", field: 1, spaceSlug: slug });
    await expect(move).rejects.toThrow(ForbiddenError);
  });

  it("not a guest, nor an admin without a verified address", async () => {
    await expect(define({}, GUEST)).rejects.toThrow(SignInNeededError);
    const raw = await makeMember(db, community, { role: "admin", verified: false });
    await expect(define({}, raw)).rejects.toThrow(ForbiddenError);
  });

  it("an admin, and only at home", async () => {
    const elsewhere = await makeCommunity(db);
    const stranger = await makeMember(db, elsewhere, { role: "admin" });
    const id = await define({});
    const there = as(stranger, elsewhere);
    await expect(
      defineField(there, { kind: "text", label: "X", ...texts, spaceSlug: slug }),
    ).rejects.toThrow(NotFoundError);
    await expect(
      arrangeField(there, { arrange: "remove", field: id, spaceSlug: "general" }),
    ).rejects.toThrow(NotFoundError);
    await expect(
      defineField(there, { kind: "text", label: "X", ...texts, spaceSlug: "general", fieldId: id }),
    ).rejects.toThrow(NotFoundError);
    expect(await asked()).toHaveLength(1);
  });
});

describe("what is said stays with the thread", () => {
  it("in the order of the fields, several values in that of the list", async () => {
    const which = await define({ kind: "choices", label: "Where", options: "TV\nPhone\nلابتوب" });
    const on = await define({ kind: "boolean", label: "On?" });
    const { threadId } = await ask({
      [fieldName(on)]: "yes",
      [`${fieldName(which)}.0`]: "لابتوب",
      [`${fieldName(which)}.7`]: "TV",
    });
    const { thread } = await getThreadPage(as(GUEST), { threadId });
    expect(thread.fields).toEqual([
      { label: "Where", kind: "choices", values: ["TV", "لابتوب"] },
      { label: "On?", kind: "boolean", values: ["yes"] },
    ]);
  });

  it("is asked of questions; of an idea it is only taken", async () => {
    const id = await define({ required: "yes" });
    await expect(ask({})).rejects.toMatchObject({ fields: { [fieldName(id)]: {} } });
    await expect(ask({}, { kind: "idea" })).resolves.toBeDefined();
  });

  it("doesn’t take what another space asks", async () => {
    const id = await define({});
    const other = await ask({ [fieldName(id)]: "Hub 3" }, { spaceSlug: "general" });
    const { thread } = await getThreadPage(as(GUEST), { threadId: other.threadId });
    expect(thread.fields).toEqual([]);
  });

  it("is said once however often it is sent", async () => {
    const id = await define({});
    const form = { title: "Sent twice in a hurry", idempotencyKey: "one-key-for-both" };
    const [a, b] = await Promise.all([
      ask({ [fieldName(id)]: "Hub 3" }, form),
      ask({ [fieldName(id)]: "Hub 3" }, form),
    ]);
    expect(a.threadId).toBe(b.threadId);
    const rows = await db
      .selectFrom("thread_field")
      .selectAll()
      .where("thread_id", "=", a.threadId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("survives a field that is removed while the thread is started", async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await define({ label: `Racing ${round}` });
      const [started] = await Promise.allSettled([
        ask({ [fieldName(id)]: "Hub 3" }),
        arrange("remove", id),
      ]);
      const rows = await db
        .selectFrom("thread_field as said")
        .innerJoin("space_field as field", (join) =>
          join
            .onRef("field.community_id", "=", "said.community_id")
            .onRef("field.id", "=", "said.field_id"),
        )
        .where("said.field_id", "=", id)
        .select("field.archived_at")
        .execute();
      expect(started.status).toBe("fulfilled");
      expect(rows.every((row) => row.archived_at !== null)).toBe(true);
    }
  });
});

describe("what happens and what was tried", () => {
  const textOf = async (threadId: number) => {
    const row = await db
      .selectFrom("post")
      .select(["text", "html"])
      .where("thread_id", "=", threadId)
      .where("kind", "=", "opening")
      .executeTakeFirstOrThrow();
    return row;
  };

  it("become one text, in Markdown and from the editor", async () => {
    const tried = "- restarted\n- another **cable**";
    const document = JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "It blinks." }] }],
    });
    for (const given of [{ body: "It blinks." }, { body: "ignored", document }]) {
      const { html, text } = await textOf((await ask({}, { ...given, tried })).threadId);
      expect(html).toBe(
        "<p>It blinks.</p><p><strong>What I tried</strong></p>" +
          "<ul><li>restarted</li><li>another <strong>cable</strong></li></ul>",
      );
      expect(text).toContain("What I tried");
      expect(text.indexOf("It blinks.")).toBeLessThan(text.indexOf("restarted"));
    }
  });

  it("is only what happens when nothing was tried", async () => {
    const { html } = await textOf((await ask({}, { tried: " \r\n " })).threadId);
    expect(html).toBe("<p>It does not work.</p>");
  });

  it("says in the community’s language what follows", async () => {
    const arabic = await makeCommunity(db, { locale: "ar" });
    const writer = await makeMember(db, arabic);
    const { threadId } = await startThread(as(writer, arabic), {
      kind: "question",
      title: "بطاقتي لا تعمل في المتجر",
      body: "رفض الجهاز البطاقة",
      tried: "أعدت التشغيل",
      spaceSlug: "general",
    });
    expect((await textOf(threadId)).html).toContain("<strong>ما جرّبته</strong>");
  });

  it("names the box that is wrong", async () => {
    await expect(ask({}, { tried: "x".repeat(5_001) })).rejects.toMatchObject({
      fields: { tried: { key: "error.tooLong" } },
    });
    await expect(ask({}, { body: "", tried: "Something" })).rejects.toMatchObject({
      fields: { body: { key: "error.required" } },
    });
  });
});
