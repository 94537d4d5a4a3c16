import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, makeSpace } from "#db/testing/make.ts";
import { indexThreads } from "#search/index-threads.server.ts";
import { startThread } from "../start-thread.server.ts";
import { suggestPlace } from "./suggest-place.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const staff = await makeMember(db, community, { role: "admin" });
const member = await makeMember(db, community);
await makeSpace(db, community.id, { slug: "wifi" });
await makeSpace(db, community.id, { slug: "billing" });
await makeSpace(db, community.id, { slug: "news", postRole: "moderator" });

const as = (actor: Actor, at = community) => makeCtx(db, at, actor);
const suggest = (title: string, actor: Actor = member, text = "") =>
  suggestPlace(as(actor), { title, text });

async function thread(spaceSlug: string, title: string, tags: string[] = []) {
  const input = { kind: "question", title, body: title, spaceSlug, tags } as const;
  const { threadId } = await startThread(as(staff), input);
  await indexThreads(db, community, [threadId]);
  return threadId;
}

beforeAll(async () => {
  await thread("wifi", "Router drops the signal in the kitchen", ["mesh", "hub-3"]);
  await thread("wifi", "Weak signal from the router upstairs", ["mesh"]);
  await thread("wifi", "Which channel for my router", ["channels"]);
  await thread("billing", "Invoice shows the old price", ["invoice"]);
  await thread("billing", "Why is my invoice higher this month", ["invoice"]);
  await thread("general", "The price of a router", []);
  await thread("lounge", "Secret prototype gateway overheats", ["secret"]);
  await thread("lounge", "Prototype gateway reboots", ["secret"]);
  await thread("news", "Maintenance tonight in Leeds", []);
  await thread("news", "Maintenance in Leeds is over", []);
});

describe("where a question belongs", () => {
  it("is where similar ones stand, with their tags", async () => {
    const found = await suggest("My router loses the signal every night");
    expect(found.space).toEqual({ slug: "wifi", name: "wifi" });
    expect(found.tags[0]).toBe("mesh");
    expect(found.similar[0]?.title).toMatch(/signal/);
    expect((await suggest("An invoice I don’t understand")).space?.slug).toBe("billing");
  });

  it("is read from the text as well", async () => {
    const found = await suggest("Something is wrong since Monday", member, "my invoice, the price");
    expect(found.space?.slug).toBe("billing");
    expect(found.similar).toEqual([]);
  });

  it("is nowhere when nothing says so", async () => {
    const nothing = { space: null, tags: [], similar: [] };
    expect(await suggest("")).toEqual(nothing);
    expect(await suggest("Why is it so and what can I do")).toEqual(nothing);
    expect(await suggest("Quantum xylophone")).toEqual(nothing);
    expect((await suggest("router invoice")).space).toBeNull();
  });

  it("may be a space that is named, before anybody asked there", async () => {
    await makeSpace(db, community.id, { slug: "roaming" });
    expect((await suggest("Roaming in Portugal")).space?.slug).toBe("roaming");
  });

  it("tells nothing of spaces one can’t read", async () => {
    for (const actor of [GUEST, member]) {
      const found = await suggest("Prototype gateway overheats", actor);
      expect(found).toEqual({ space: null, tags: [], similar: [] });
    }
    const helper = await makeMember(db, community, { role: "super_user" });
    const found = await suggest("Prototype gateway overheats", helper);
    expect(found.space?.slug).toBe("lounge");
    expect(found.similar).toHaveLength(2);
  });

  it("is never a space one can’t post in", async () => {
    const found = await suggest("Maintenance in Leeds");
    expect(found.space).toBeNull();
    expect(found.similar).toHaveLength(2);
    expect((await suggest("Maintenance in Leeds", staff)).space?.slug).toBe("news");
  });

  it("knows nothing of another community", async () => {
    const other = await makeCommunity(db);
    const found = await suggestPlace(as(await makeMember(db, other), other), {
      title: "Router drops the signal",
      text: "",
    });
    expect(found).toEqual({ space: null, tags: [], similar: [] });
  });

  it("takes whatever is typed", async () => {
    const odd = ["'; drop table thread; --", "a:* & !b | (c)", "\\", "%_", "<->", "🔥 router 🔥"];
    for (const title of odd) await expect(suggest(title)).resolves.toBeDefined();
    await expect(suggest("\ud800 router")).resolves.toBeDefined();
    expect((await suggest("🔥 router signal 🔥")).space?.slug).toBe("wifi");
  });

  it("leaves out threads that are gone", async () => {
    const id = await thread("general", "Flimsy antenna bracket");
    await thread("general", "Antenna bracket came loose");
    expect((await suggest("antenna bracket")).similar).toHaveLength(2);
    await db.updateTable("thread").set({ state: "hidden" }).where("id", "=", id).execute();
    expect((await suggest("antenna bracket")).similar).toHaveLength(1);
  });
});
