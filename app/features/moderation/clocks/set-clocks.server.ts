import { sql } from "kysely";
import { forgetCommunities } from "#app/features/communities/load-community.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { isTimeZone } from "./time-zones.ts";
import type { Holiday } from "./load-clocks.server.ts";
import { settleDueTimes } from "./settle-due-times.server.ts";
import { PRIORITIES, QUEUES, type Targets } from "./targets.ts";
import type { WorkSpan } from "./work-calendar.ts";

/**
 * Sets the community's time zone and working hours (seven days, Monday first; none at all: around the
 * clock); due times of open cases follow. Throws InvalidError (timeZone), ForbiddenError,
 * SignInNeededError.
 */
export async function setWorkingHours(
  ctx: Ctx,
  { timeZone, week }: { timeZone: string; week: readonly (readonly WorkSpan[])[] },
): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  if (!isTimeZone(timeZone)) throw new InvalidError({ timeZone: { key: "clocks.zoneBad" } });
  const { id } = ctx.community;
  const rows = week.flatMap((spans, day) =>
    spans.map((span) => ({ community_id: id, weekday: day + 1, ...span })),
  );
  await inTransaction(ctx.db, async (tx) => {
    await tx.updateTable("community").set({ time_zone: timeZone }).where("id", "=", id).execute();
    await tx.deleteFrom("clock_hours").where("community_id", "=", id).execute();
    if (rows.length > 0) await tx.insertInto("clock_hours").values(rows).execute();
  });
  forgetCommunities(ctx.db);
  await settleDueTimes(ctx);
}

/** Sets the days without work; due times of open cases follow. Throws ForbiddenError, SignInNeededError. */
export async function setHolidays(ctx: Ctx, holidays: readonly Holiday[]): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const { id } = ctx.community;
  await inTransaction(ctx.db, async (tx) => {
    // Two admins at once: the later one's days stand.
    await tx.selectFrom("community").select("id").where("id", "=", id).forNoKeyUpdate().execute();
    await tx.deleteFrom("clock_holiday").where("community_id", "=", id).execute();
    await sql`
      insert into clock_holiday (community_id, day, name)
      select ${id}, h.day, h.name
      from jsonb_to_recordset(${JSON.stringify(holidays)}::jsonb) as h (day date, name text)
    `.execute(tx);
  });
  await settleDueTimes(ctx);
}

/** Sets all targets; due times of open cases follow. Throws ForbiddenError, SignInNeededError. */
export async function setTargets(ctx: Ctx, targets: Targets): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const rows = QUEUES.flatMap((queue) =>
    PRIORITIES.map((priority) => {
      const { minutes, warnShare } = targets[queue][priority]!;
      return {
        community_id: ctx.community.id,
        queue,
        priority,
        minutes,
        warn_share: warnShare,
      };
    }),
  );
  await ctx.db
    .insertInto("clock_target")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["community_id", "queue", "priority"]).doUpdateSet((eb) => ({
        minutes: eb.ref("excluded.minutes"),
        warn_share: eb.ref("excluded.warn_share"),
      })),
    )
    .execute();
  await settleDueTimes(ctx);
}
