import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { mailClocks } from "#app/features/notifications/mail-clocks.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { claimCase } from "../claim-case.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import { settleDueTimes } from "./settle-due-times.server.ts";
import { tellClocks } from "./tell-clocks.server.ts";
import { MONDAY, openClockDesk } from "./testing/clock-desk.server.ts";

const { db } = await cloneDatabase();

let desk: Awaited<ReturnType<typeof openClockDesk>>;
beforeEach(async () => {
  desk = await openClockDesk(db);
});

describe("notices", () => {
  it("come within a minute of their moment, once each", async () => {
    const one = await desk.open(`${MONDAY}T09:30:20Z`);
    const told = await desk.lookFrom(`${MONDAY}T10:10:00Z`, `${MONDAY}T10:35:00Z`);
    expect(told).toEqual([`2026-03-09T10:16 warning ${one}`, `2026-03-09T10:31 breach ${one}`]);
  });

  it("stand still outside hours", async () => {
    const one = await desk.open(`${MONDAY}T16:30:30Z`);
    const evening = await desk.lookFrom(`${MONDAY}T16:50:00Z`, `${MONDAY}T18:00:00Z`);
    expect(evening).toEqual([]);
    expect(await desk.lookFrom("2026-03-10T08:50:00Z", "2026-03-10T09:40:00Z")).toEqual([
      `2026-03-10T09:16 warning ${one}`,
      `2026-03-10T09:31 breach ${one}`,
    ]);
  });

  it("don’t come on a holiday or at the week’s end", async () => {
    await db
      .insertInto("clock_holiday")
      .values({ community_id: desk.community.id, day: "2026-03-16" })
      .execute();
    const one = await desk.open("2026-03-13T16:45:00Z");
    for (const day of ["2026-03-14", "2026-03-15", "2026-03-16"]) {
      expect(await desk.lookFrom(`${day}T08:55:00Z`, `${day}T10:30:00Z`)).toEqual([]);
    }
    expect(await desk.lookFrom("2026-03-17T09:00:00Z", "2026-03-17T10:00:00Z")).toEqual([
      `2026-03-17T09:30 warning ${one}`,
      `2026-03-17T09:45 breach ${one}`,
    ]);
  });

  it("of the last moment of a day come with it, missed ones with the next day", async () => {
    const last = await desk.open(`${MONDAY}T16:00:00Z`);
    const told = await desk.lookFrom(`${MONDAY}T16:59:00Z`, `${MONDAY}T17:05:00Z`);
    expect(told).toEqual([`2026-03-09T16:59 warning ${last}`, `2026-03-09T17:00 breach ${last}`]);
    const missed = await desk.open("2026-03-10T15:00:00Z");
    expect(await desk.look("2026-03-10T18:00:00Z")).toEqual([]);
    expect(await desk.look("2026-03-11T08:59:00Z")).toEqual([]);
    expect(await desk.look("2026-03-11T09:00:00Z")).toEqual([{ caseId: missed, kind: "breach" }]);
    expect(await desk.look("2026-03-11T09:01:00Z")).toEqual([]);
  });

  it("are not about closed cases, and start anew when one is open again", async () => {
    const one = await desk.open(`${MONDAY}T09:00:00Z`);
    await claimCase(desk.ctxAt(`${MONDAY}T09:05:00Z`, desk.mo), { caseId: one });
    const { decisionId } = await desk.close(one, `${MONDAY}T09:50:00Z`);
    const told = await desk.lookFrom(`${MONDAY}T09:51:00Z`, `${MONDAY}T10:10:00Z`);
    expect(told).toEqual([]);
    await reverseDecision(desk.ctxAt(`${MONDAY}T11:00:00Z`), { decisionId });
    expect(await desk.lookFrom(`${MONDAY}T11:01:00Z`, `${MONDAY}T12:05:00Z`)).toEqual([
      `2026-03-09T11:45 warning ${one}`,
      `2026-03-09T12:00 breach ${one}`,
    ]);
  });

  it("are written once by several at once", async () => {
    for (let count = 0; count < 20; count += 1) await desk.open(`${MONDAY}T09:00:00Z`);
    const ctx = desk.ctxAt(`${MONDAY}T10:00:10Z`);
    const settled = await Promise.all([
      settleDueTimes(ctx),
      settleDueTimes(ctx),
      settleDueTimes(ctx),
    ]);
    expect(settled[0] + settled[1] + settled[2]).toBeGreaterThanOrEqual(20);
    await settleDueTimes(ctx);
    const told = await Promise.all([tellClocks(ctx), tellClocks(ctx), tellClocks(ctx)]);
    expect(told.flat().map(({ kind }) => kind)).toEqual(Array<string>(20).fill("breach"));
    const facts = await events();
    expect(facts.flatMap(({ payload }) => payload.caseIds)).toHaveLength(20);
    const { count } = await db
      .selectFrom("clock_notice")
      .where("community_id", "=", desk.community.id)
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(20);
  });
});

async function events(): Promise<AppEvent<"clock.told">[]> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", desk.community.id)
    .where("type", "=", "clock.told")
    .orderBy("created_at")
    .execute();
  return rows as unknown as AppEvent<"clock.told">[];
}

const mails = () =>
  db
    .selectFrom("mail")
    .select(["to_address", "subject", "text"])
    .where("community_id", "=", desk.community.id)
    .orderBy("id")
    .execute();

describe("mails", () => {
  it("go to whoever has the case, else to the moderators, once", async () => {
    const assigned = await desk.open(`${MONDAY}T09:00:00Z`, { priority: 1 });
    await desk.open(`${MONDAY}T09:00:00Z`);
    const closed = await desk.open(`${MONDAY}T09:00:00Z`);
    await db
      .updateTable("moderation_case")
      .set({ assigned_to: desk.mo.id })
      .where("id", "=", assigned)
      .execute();
    const now = `${MONDAY}T10:00:30Z`;
    expect(await desk.look(now)).toHaveLength(3);
    await desk.close(closed, now);
    const [fact] = await events();
    await mailClocks(desk.ctxAt(now), fact!);
    await mailClocks(desk.ctxAt(now), fact!);
    const sent = await mails();
    expect(
      sent.map(({ to_address: to }) => to.split("-")[0]).toSorted((a, b) => (a! < b! ? -1 : 1)),
    ).toEqual(["mo", "mo", "sam"]);
    expect(new Set(sent.map(({ subject }) => subject))).toEqual(
      new Set([`A case is overdue at ${desk.community.name}`]),
    );
    const own = sent.find(({ text }) => text.includes(`Case ${assigned}:`));
    expect(own?.to_address).toMatch(/^mo-/);
    expect(own?.text).toContain("Reported, normal, due 9 March 2026 at 10:00");
    expect(own?.text).toContain("/staff/desk");
    expect(sent.some(({ text }) => text.includes(`Case ${closed}:`))).toBe(false);
  });

  it("name some of many cases and count the others", async () => {
    for (let count = 0; count < 22; count += 1) await desk.open(`${MONDAY}T09:00:00Z`);
    await desk.look(`${MONDAY}T09:45:00Z`);
    const [fact] = await events();
    await mailClocks(desk.ctxAt(`${MONDAY}T09:45:00Z`), fact!);
    const [mail] = await mails();
    expect(mail?.subject).toBe(`22 cases are due soon at ${desk.community.name}`);
    expect(mail?.text.match(/Case \d+:/g)).toHaveLength(20);
    expect(mail?.text).toContain("And 2 more.");
  });
});
