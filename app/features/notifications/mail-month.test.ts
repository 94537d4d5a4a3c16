import { beforeEach, describe, expect, it } from "vitest";
import { keepReads } from "#app/features/reputation/impact/keep-reads.server.ts";
import { settleEveryone } from "#app/features/reputation/settle-everyone.server.ts";
import { settleAllBadges } from "#app/features/reputation/badges/settle-all-badges.server.ts";
import { settleExpertise } from "#app/features/reputation/expertise/settle-expertise.server.ts";
import { setOwnChoices } from "#app/features/reputation/set-own-choices.server.ts";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { mailMonth } from "./mail-month.server.ts";
import { canStopMonthMails, stopMonthMails } from "./stop-month-mails.server.ts";

const { db } = await cloneDatabase();
const OCTOBER = new Date("2026-10-12T12:00:00Z");
const FIRST = new Date("2026-11-01T07:41:00Z");
const DECEMBER = new Date("2026-12-01T07:41:00Z");

let community: Awaited<ReturnType<typeof makeCommunity>>;
let asker: TestMember, helper: TestMember;
let serial = 0;

const as = (actor: Actor, now = FIRST): Ctx => ({ ...makeCtx(db, community, actor), now });
const run = (now = FIRST) => mailMonth(as(GUEST, now));

async function ask(title: string, now = OCTOBER): Promise<number> {
  serial += 1;
  const made = await startThread(as(asker, now), {
    kind: "question",
    title: `${title} (${serial})`,
    body: "x",
    spaceSlug: "general",
    tags: ["wifi"],
  });
  return made.threadId;
}

async function solve(by = helper, now = OCTOBER): Promise<number> {
  const threadId = await ask("Why does the lamp hum?", now);
  const { postId } = await postAnswer(as(by, now), { threadId, body: "Turn it off." });
  await acceptAnswer(as(asker, now), { postId, replaces: null });
  await settleEveryone(as(GUEST, now), { tell: false });
  await settleAllBadges(as(GUEST, now));
  await inTransaction(db, (tx) => settleExpertise(tx, community.id, { everything: true }));
  return threadId;
}

const want = (member = helper) => setOwnChoices(as(member), { monthMails: true });

const mails = () =>
  db
    .selectFrom("mail")
    .selectAll()
    .where("community_id", "=", community.id)
    .where("dedupe_key", "like", "month:%")
    .orderBy("id")
    .execute();

const setMember = (member: TestMember, values: object) =>
  db
    .updateTable("member")
    .set(values)
    .where("community_id", "=", community.id)
    .where("id", "=", member.id)
    .execute();

beforeEach(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community);
  helper = await makeMember(db, community);
  await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
    .execute();
});

describe("the mail about a month", () => {
  it("comes only to who asked for it, and only when there is something to tell", async () => {
    await solve();
    await run();
    expect(await mails()).toEqual([]);
    await want();
    await want(await makeMember(db, community));
    await run();
    expect((await mails()).map(({ member_id: id }) => id)).toEqual([helper.id]);
  });

  it("tells points, answers, people, reads and badges of that month, and a question that waits", async () => {
    const threadId = await solve();
    const read = { communityId: community.id, threadId, memberId: null };
    await keepReads(db, [read, read], OCTOBER);
    await keepReads(db, [read, read, read], FIRST);
    const open = await ask("Where is the reset button?", new Date("2026-10-30T12:00:00Z"));
    await want();
    await run();
    const [mail] = await mails();
    expect(mail?.subject).toBe(`Your October 2026 at ${community.name}`);
    for (const line of [
      "15 points",
      "1 accepted answer",
      "1 person said that you helped",
      "Your answers were read 2 times",
      "New badges: First answer, First fix",
      "you know about Wi-Fi",
      "Where is the reset button?",
      `/t/${open}/`,
    ]) {
      expect(mail?.text).toContain(line);
    }
    expect(mail?.html).toContain(`${mail?.unsubscribe_url}`);
    expect(mail?.unsubscribe_url).toMatch(/\/unsubscribe\/[\w-]{43}$/);
  });

  it("comes once a member and month, by however many at once", async () => {
    const helpers = [helper];
    for (let index = 0; index < 4; index += 1) helpers.push(await makeMember(db, community));
    for (const member of helpers) {
      await solve(member);
      await want(member);
    }
    await Promise.all([run(), run(), run(), run()]);
    await run(new Date("2026-11-05T07:41:00Z"));
    const ids = (await mails()).map(({ member_id: id }) => id);
    expect(ids).toHaveLength(helpers.length);
    expect(new Set(ids)).toEqual(new Set(helpers.map(({ id }) => id)));
    await solve(helper, new Date("2026-11-10T12:00:00Z"));
    await run(DECEMBER);
    const december = (await mails()).slice(helpers.length);
    expect(december.map(({ member_id: id, subject }) => [id, subject])).toEqual([
      [helper.id, `Your November 2026 at ${community.name}`],
    ]);
  });

  it("goes to nobody without a verified address, and to no account that ends", async () => {
    await solve();
    await want();
    await setMember(helper, { email_verified_at: null });
    await run();
    await setMember(helper, { email_verified_at: FIRST, erase_at: DECEMBER });
    await run();
    expect(await mails()).toEqual([]);
    await setMember(helper, { erase_at: null });
    await run();
    expect(await mails()).toHaveLength(1);
  });

  it("is in the language of its reader", async () => {
    await solve();
    await want();
    for (const [locale, subject] of [
      ["de", `Dein Oktober 2026 bei ${community.name}`],
      ["ar", `حصيلتك في أكتوبر`],
    ] as const) {
      await db.deleteFrom("month_mail").where("community_id", "=", community.id).execute();
      await db.deleteFrom("mail").where("community_id", "=", community.id).execute();
      await setMember(helper, { locale });
      await run();
      const [mail] = await mails();
      expect(mail?.subject).toContain(subject);
      expect(mail?.html).toContain(`lang="${locale}"`);
    }
  });

  it("offers no question from a space that its reader doesn't see, nor one they are in", async () => {
    await solve();
    const lounge = await ask("Only in the lounge?", FIRST);
    await db
      .updateTable("thread")
      .set({ space_id: community.spaces.lounge })
      .where("community_id", "=", community.id)
      .where("id", "=", lounge)
      .execute();
    const own = await ask("Answered already?", FIRST);
    await postAnswer(as(helper), { threadId: own, body: "Maybe." });
    await want();
    await run();
    const [mail] = await mails();
    expect(mail?.text).not.toMatch(/lounge|Answered already/);
    expect(mail?.text).toContain(`/m/${helper.handle}`);
  });

  it("ends by its link, again and by an old one, in its own community alone", async () => {
    await solve();
    await want();
    await run();
    const token = (await mails())[0]!.unsubscribe_url!.split("/").at(-1)!;
    const elsewhere = makeCtx(db, await makeCommunity(db), GUEST);
    expect(await canStopMonthMails(elsewhere, token)).toBe(false);
    expect(await stopMonthMails(elsewhere, token)).toBe(false);
    expect(await canStopMonthMails(as(GUEST), token)).toBe(true);
    expect(await stopMonthMails(as(GUEST), token)).toBe(true);
    expect(await stopMonthMails(as(GUEST), token)).toBe(true);
    expect(await stopMonthMails(as(GUEST), "x".repeat(43))).toBe(false);
    await solve(helper, new Date("2026-11-10T12:00:00Z"));
    await run(DECEMBER);
    expect(await mails()).toHaveLength(1);
  });
});
