import { describe, expect, it } from "vitest";
import { setErasePolicy } from "#app/features/members/set-erase-policy.server.ts";
import { defineField } from "#app/features/threads/asking/define-field.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { askExport } from "./ask-export.server.ts";
import { buildExport } from "./build-export.server.ts";
import { eraseMember } from "./erase-member.server.ts";

const { db } = await cloneDatabase();

/** A member who said what their device is, in a thread that somebody else answered. */
async function saidSomething() {
  const community = await makeCommunity(db);
  const [admin, asker] = [
    await makeMember(db, community, { role: "admin" }),
    await makeMember(db, community),
  ];
  const fieldId = await defineField(makeCtx(db, community, admin), {
    kind: "text",
    label: "Device",
    help: "",
    options: "",
    required: "",
    spaceSlug: "general",
  });
  const { threadId } = await startThread(makeCtx(db, community, asker), {
    kind: "question",
    title: "What my device does at night",
    body: "It blinks.",
    spaceSlug: "general",
    details: { [`field-${fieldId}`]: "CanaryDevice" },
  });
  await postAnswer(makeCtx(db, community, admin), { threadId, body: "Turn it off." });
  return { community, admin, asker, threadId };
}

type Living = Awaited<ReturnType<typeof saidSomething>>;

async function erase({ community, asker }: Living): Promise<void> {
  await db
    .updateTable("member")
    .set({ erase_at: new Date(Date.now() - 1_000) })
    .where("community_id", "=", community.id)
    .where("id", "=", asker.id)
    .execute();
  expect(await eraseMember(makeCtx(db, community), asker.id)).toBe(true);
}

const said = ({ community }: Living) =>
  db
    .selectFrom("thread_field")
    .select(["thread_id", "value"])
    .where("community_id", "=", community.id)
    .execute();

describe("what was said in the fields of a space", () => {
  it("is in the export of one’s data", async () => {
    const { community, asker, threadId } = await saidSomething();
    const ctx = makeCtx(db, community, asker);
    await askExport(ctx);
    const { id } = await db
      .selectFrom("member_export")
      .select("id")
      .where("community_id", "=", community.id)
      .executeTakeFirstOrThrow();
    await buildExport(ctx, {
      id: "1",
      communityId: community.id,
      actorId: asker.id,
      type: "member.export_asked",
      payload: { memberId: asker.id, exportId: id },
      createdAt: ctx.now,
    });
    const { body } = await db
      .selectFrom("member_export")
      .select("body")
      .where("community_id", "=", community.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body!)).toMatchObject({
      thread_field: [{ thread_id: threadId, label: "Device", value: "CanaryDevice" }],
    });
  });

  it("stays with the question where posts stay", async () => {
    const living = await saidSomething();
    await erase(living);
    expect(await said(living)).toEqual([{ thread_id: living.threadId, value: "CanaryDevice" }]);
  });

  it("is gone where posts are removed", async () => {
    const living = await saidSomething();
    await setErasePolicy(db, living.community.id, "remove");
    await erase(living);
    expect(await said(living)).toEqual([]);
  });
});
