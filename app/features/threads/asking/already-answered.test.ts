import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { indexThreads } from "#search/index-threads.server.ts";
import { CORPUS } from "#search/testing/corpus.ts";
import { acceptAnswer } from "../accept-answer.server.ts";
import { markOfficial } from "../mark-official.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";
import { suggestPlace } from "./suggest-place.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const asker = await makeMember(db, community);
const staff = await makeMember(db, community, { role: "admin", name: "Sam" });
const as = (actor: Actor) => makeCtx(db, community, actor);
const similar = async (title: string, text = "", actor: Actor = GUEST) =>
  (await suggestPlace(as(actor), { title, text })).similar;

/** The first ten questions of a community, indexed as they come: nothing was ever learned of its words. */
const YOUNG = CORPUS.slice(0, 10);
const ids = new Map<string, number>();

beforeAll(async () => {
  for (const { key, title, text, solution } of YOUNG) {
    const { threadId } = await startThread(as(asker), {
      kind: "question",
      title,
      body: text,
      spaceSlug: "general",
    });
    ids.set(key, threadId);
    if (solution) {
      const { postId } = await postAnswer(as(staff), { threadId, body: solution });
      if (key === "hub-bridge") await markOfficial(as(staff), { postId });
      else await acceptAnswer(as(asker), { postId, replaces: null });
    }
    await indexThreads(db, community, [threadId]);
  }
});

const REWORDED: [title: string, key: string][] = [
  ["My Hub 3 keeps losing the wifi in the evening", "hub-drops"],
  ["wireless drops out at eight every night", "hub-drops"],
  ["bridge mode on hub4 with my own firewall", "hub-bridge"],
  ["factory reset of the Hub 5", "hub-reset"],
  ["my upload is much slower than I pay for", "slow-upload"],
  ["latency is terrible in games after the new firmware", "latency-games"],
  ["TV box shows e1042", "error-e1042"],
  ["E-2107 when I record two things", "error-e2107"],
  ["Uplaod is so slow", "slow-upload"],
];

const UNRELATED = [
  "How do I bake sourdough bread without a starter",
  "What is the best way to train a puppy not to bark",
  "Why is my cat scratching the sofa",
  "How many calories are in a banana",
  "Who won the world cup in 1998",
  "Is it legal to record a phone call in my country",
  "How do I remove a wine stain from a carpet",
  "Can I use olive oil instead of butter",
  "What size running shoes should I buy",
  "How do I fold a fitted sheet",
  "How long does it take to boil an egg",
  "Where can I sell old furniture",
];

describe("already answered?", () => {
  it("finds what was asked before in other words, from ten threads on", async () => {
    const missed: string[] = [];
    for (const [title, key] of REWORDED) {
      const found = await similar(title);
      if (!found.some(({ id }) => id === ids.get(key))) missed.push(title);
    }
    expect(missed).toEqual([]);
  });

  it("shows nothing to whom asks something else", async () => {
    const shown: string[] = [];
    for (const title of UNRELATED) {
      for (const thread of await similar(title)) shown.push(`${title}: ${thread.title}`);
    }
    expect(shown).toEqual([]);
  });

  it("says the accepted answer in one line, else the official one", async () => {
    const [drops] = await similar("My Hub 3 keeps losing the wifi in the evening");
    expect(drops).toMatchObject({
      id: ids.get("hub-drops"),
      stateKey: "solved",
      line: { who: "Sam", official: false },
    });
    expect(drops!.line!.text).toMatch(/^Change the channel/);
    const [bridge] = await similar("bridge mode on hub 4 with my own firewall");
    expect(bridge).toMatchObject({ stateKey: "official", line: { official: true } });
  });

  it("stops a submit only for what is nearly the same and answered", async () => {
    const [same] = await similar("Hub-3 drops Wi-Fi every evening");
    expect(same!.answers).toBe(true);
    const title = "Parcel locker refuses my pickup code";
    const { threadId } = await startThread(as(asker), {
      kind: "question",
      title,
      body: title,
      spaceSlug: "general",
    });
    await indexThreads(db, community, [threadId]);
    expect((await similar(title))[0]).toMatchObject({ id: threadId, line: null, answers: false });
    const [loosely] = await similar("Can I rename the hub in the settings of the television");
    expect(loosely?.answers ?? false).toBe(false);
  });

  it("looks for nothing before twelve characters", async () => {
    expect(await similar("Hub 3 drops")).toEqual([]);
    expect(await similar("Hub 3 drops wifi")).not.toEqual([]);
  });

  it("reads the text as well", async () => {
    const title = "The box does not work";
    const text = "It stops with E-1042 and a grey picture after switching on the television.";
    const [first] = await similar("Television box stops", text);
    expect(first?.id).toBe(ids.get("error-e1042"));
    expect((await similar(title)).map(({ id }) => id)).not.toEqual([]);
  });

  it("is not led away by votes for something else", async () => {
    const title = "Carrier pigeon refuses to leave the attic";
    const { threadId } = await startThread(as(asker), {
      kind: "question",
      title,
      body: title,
      spaceSlug: "general",
    });
    // More than any search for similar threads asks an engine for.
    const voted: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const given = { title: `Television hub number ${at}`, body: "An error every evening" };
      const input = { kind: "question", spaceSlug: "general", ...given } as const;
      voted.push((await startThread(as(asker), input)).threadId);
    }
    await db.updateTable("thread").set({ helpful_count: 500 }).where("id", "in", voted).execute();
    await indexThreads(db, community, [threadId, ...voted]);
    const text = "It began with an error of the television hub, every evening.";
    const found = await suggestPlace(as(asker), { title: "My carrier pigeon stays put", text });
    expect(found.similar.map(({ id }) => id)).toContain(threadId);
  });
});
