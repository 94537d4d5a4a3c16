import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import { settleDueTimes } from "./settle-due-times.server.ts";
import { MONDAY, openClockDesk } from "./testing/clock-desk.server.ts";

const { db } = await cloneDatabase();
const at = (text: string) => new Date(text);

let desk: Awaited<ReturnType<typeof openClockDesk>>;
beforeEach(async () => {
  desk = await openClockDesk(db);
});

describe("due times", () => {
  it("follow from the queue, the priority and the hours, once", async () => {
    const [early, late, urgent, none] = [
      await desk.open(`${MONDAY}T09:30:00Z`),
      await desk.open(`${MONDAY}T16:30:00Z`),
      await desk.open(`${MONDAY}T09:30:00Z`, { priority: 3 }),
      await desk.open(`${MONDAY}T09:30:00Z`, { queue: "held" }),
    ];
    await desk.target("reported", 3, 15);
    await desk.target("held", 1, null);
    expect(await settleDueTimes(desk.ctxAt(`${MONDAY}T17:00:00Z`))).toBe(4);
    const dues = await Promise.all([early, late, urgent, none].map(desk.dueOf));
    expect(dues).toEqual([
      "2026-03-09T10:30:00.000Z",
      "2026-03-10T09:30:00.000Z",
      "2026-03-09T09:45:00.000Z",
      null,
    ]);
    expect(await settleDueTimes(desk.ctxAt(`${MONDAY}T17:01:00Z`))).toBe(0);
  });

  it("change with the priority, the target, the hours, the holidays and the zone", async () => {
    const one = await desk.open(`${MONDAY}T16:30:00Z`);
    const { id } = desk.community;
    const settled = async () => {
      await settleDueTimes(desk.ctxAt(`${MONDAY}T16:31:00Z`));
      return desk.dueOf(one);
    };
    expect(await settled()).toBe("2026-03-10T09:30:00.000Z");
    await db.updateTable("moderation_case").set({ priority: 2 }).where("id", "=", one).execute();
    await desk.target("reported", 2, 45);
    expect(await settled()).toBe("2026-03-10T09:15:00.000Z");
    await desk.target("reported", 2, 90);
    expect(await settled()).toBe("2026-03-10T10:00:00.000Z");
    await db
      .insertInto("clock_holiday")
      .values({ community_id: id, day: "2026-03-10", name: "Founders’ day" })
      .execute();
    expect(await settled()).toBe("2026-03-11T10:00:00.000Z");
    await db
      .updateTable("clock_hours")
      .set({ starts: 600 })
      .where("community_id", "=", id)
      .execute();
    expect(await settled()).toBe("2026-03-11T11:00:00.000Z");
    await db
      .updateTable("community")
      .set({ time_zone: "Asia/Riyadh" })
      .where("id", "=", id)
      .execute();
    // In Riyadh it was opened after hours.
    expect(await settled()).toBe("2026-03-11T08:30:00.000Z");
    await db.deleteFrom("clock_hours").where("community_id", "=", id).execute();
    await db.deleteFrom("clock_holiday").where("community_id", "=", id).execute();
    expect(await settled()).toBe("2026-03-09T18:00:00.000Z");
  });

  it("are a given time where that is earlier", async () => {
    const soon = await desk.open(`${MONDAY}T09:00:00Z`, { dueAt: at(`${MONDAY}T09:20:00Z`) });
    const later = await desk.open(`${MONDAY}T09:00:00Z`, { dueAt: at(`${MONDAY}T16:00:00Z`) });
    await settleDueTimes(desk.ctxAt(`${MONDAY}T09:01:00Z`));
    await desk.target("reported", 1, 120);
    await settleDueTimes(desk.ctxAt(`${MONDAY}T09:02:00Z`));
    expect(await desk.dueOf(soon)).toBe("2026-03-09T09:20:00.000Z");
    expect(await desk.dueOf(later)).toBe("2026-03-09T11:00:00.000Z");
  });

  it("start anew when a case is open again", async () => {
    const one = await desk.open(`${MONDAY}T09:00:00Z`);
    await settleDueTimes(desk.ctxAt(`${MONDAY}T09:01:00Z`));
    const { decisionId } = await desk.close(one, `${MONDAY}T09:10:00Z`);
    await reverseDecision(desk.ctxAt("2026-03-11T12:00:00Z"), { decisionId });
    await settleDueTimes(desk.ctxAt("2026-03-11T12:00:30Z"));
    expect(await desk.dueOf(one)).toBe("2026-03-11T13:00:00.000Z");
    expect(await settleDueTimes(desk.ctxAt("2026-03-11T12:01:30Z"))).toBe(0);
  });

  it("of another community are left alone", async () => {
    const one = await desk.open(`${MONDAY}T09:00:00Z`);
    const other = await openClockDesk(db);
    await settleDueTimes(other.ctxAt(`${MONDAY}T09:01:00Z`));
    expect(await desk.dueOf(one)).toBe(null);
  });

  it("wait while somebody holds the case, and come with the next run", async () => {
    const one = await desk.open(`${MONDAY}T09:00:00Z`);
    await inTransaction(db, async (tx) => {
      await sql`select from moderation_case where id = ${one} for update`.execute(tx);
      expect(await settleDueTimes(desk.ctxAt(`${MONDAY}T09:01:00Z`))).toBe(0);
    });
    expect(await settleDueTimes(desk.ctxAt(`${MONDAY}T09:02:00Z`))).toBe(1);
  });
});
