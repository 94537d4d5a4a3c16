import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decide } from "../../decide.server.ts";
import { openCase } from "../../open-case.server.ts";
import { settleDueTimes } from "../settle-due-times.server.ts";
import { tellClocks } from "../tell-clocks.server.ts";

const at = (text: string) => new Date(text);

/** A Monday in London, before the clocks are put forward. */
export const MONDAY = "2026-03-09";

/** A community that works from nine to five on weekdays, in London; most reports are due within an hour. */
export async function openClockDesk(db: Db) {
  const community = await makeCommunity(db);
  const admin = await makeMember(db, community, { role: "admin" });
  const mo = await makeMember(db, community, {
    role: "moderator",
    email: `mo-${admin.id}@example.com`,
  });
  const sam = await makeMember(db, community, {
    role: "moderator",
    email: `sam-${admin.id}@example.com`,
  });
  await db
    .updateTable("community")
    .set({ time_zone: "Europe/London" })
    .where("id", "=", community.id)
    .execute();
  await db
    .insertInto("clock_hours")
    .values(
      [1, 2, 3, 4, 5].map((weekday) => ({
        community_id: community.id,
        weekday,
        starts: 9 * 60,
        ends: 17 * 60,
      })),
    )
    .execute();
  const home = { ...community, timeZone: "Europe/London" };
  const ctxAt = (when: string, actor = admin): Ctx => ({
    ...makeCtx(db, home, actor),
    now: at(when),
  });

  async function target(queue: Queue, priority: number, minutes: number | null, warnShare = 75) {
    const row = { minutes, warn_share: warnShare };
    await db
      .insertInto("clock_target")
      .values({ community_id: community.id, queue, priority, ...row })
      .onConflict((conflict) =>
        conflict.columns(["community_id", "queue", "priority"]).doUpdateSet(row),
      )
      .execute();
  }

  /** A case about a new member. */
  async function open(
    when: string,
    given: { queue?: Queue; priority?: number; dueAt?: Date } = {},
  ): Promise<number> {
    const { id } = await makeMember(db, community);
    const { caseId } = await inTransaction(db, (tx) =>
      openCase(tx, ctxAt(when), {
        subject: { kind: "member", id },
        queue: "reported",
        ...given,
      }),
    );
    return caseId;
  }

  async function dueOf(caseId: number): Promise<string | null> {
    const { due_at: due } = await db
      .selectFrom("moderation_case")
      .select("due_at")
      .where("community_id", "=", community.id)
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    return due?.toISOString() ?? null;
  }

  async function look(when: string) {
    const ctx = ctxAt(when);
    await settleDueTimes(ctx);
    return tellClocks(ctx);
  }

  /** Looks once a minute, and gives the minute each was told in. */
  async function lookFrom(from: string, to: string) {
    const told: string[] = [];
    for (let now = at(from).getTime(); now <= at(to).getTime(); now += 60_000) {
      const minute = new Date(now).toISOString();
      for (const { kind, caseId } of await look(minute)) {
        told.push(`${minute.slice(0, 16)} ${kind} ${caseId}`);
      }
    }
    return told;
  }

  async function close(caseId: number, when: string) {
    const { member_id: id } = await db
      .selectFrom("moderation_case")
      .select("member_id")
      .where("community_id", "=", community.id)
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    const subject = { kind: "member", id: id! } as const;
    return decide(ctxAt(when, mo), { subject, verb: "close", caseId });
  }

  await target("reported", 1, 60);
  return { community: home, admin, mo, sam, ctxAt, target, open, dueOf, look, lookFrom, close };
}
