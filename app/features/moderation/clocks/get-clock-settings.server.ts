import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadDeskSettings } from "../queues/desk-settings.server.ts";
import { targetField, warnField } from "./field-names.ts";
import { loadClocks } from "./load-clocks.server.ts";
import { spansText, timeText } from "./read-times.ts";
import { PRIORITIES, QUEUES } from "./targets.ts";
import { timeZones } from "./time-zones.ts";

export type ClockSettings = {
  zones: string[];
  /** What the page's fields say, by name. */
  values: Record<string, string>;
};

/** What the desk's clocks go by, as texts to edit. Throws ForbiddenError, SignInNeededError. */
export async function getClockSettings(ctx: Ctx): Promise<ClockSettings> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const clocks = await loadClocks(ctx.db, ctx.community.id);
  const { timeZone, week, holidays, targets } = clocks;
  const queues = await loadDeskSettings(ctx);
  const values: Record<string, string> = {
    unansweredHours: String(queues.unansweredHours),
    incidentCount: String(queues.incidentCount),
    timeZone,
    holidays: holidays.map(({ day, name }) => `${day} ${name}`.trim()).join("\n"),
  };
  for (const [day, spans] of week.entries()) values[`day-${day + 1}`] = spansText(spans);
  for (const queue of QUEUES) {
    values[warnField(queue)] = String(targets[queue][1]!.warnShare);
    for (const priority of PRIORITIES) {
      const { minutes } = targets[queue][priority]!;
      values[targetField(queue, priority)] = minutes === null ? "" : timeText(minutes);
    }
  }
  const known = timeZones();
  return { zones: known.includes(timeZone) ? known : [timeZone, ...known], values };
}
