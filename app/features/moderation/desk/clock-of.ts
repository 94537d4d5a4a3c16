import type { Ctx } from "#app/lib/ctx.ts";
import type { WorkCalendar } from "../clocks/work-calendar.ts";
import { workingMinutes } from "../clocks/working-minutes.ts";
import type { ClockView } from "./desk-page.ts";

/** From this part of its time on a case is due soon. */
const SOON = 75;

/** Working time in words; a day of it is 24 hours, as targets count it. */
function spanText({ t }: Pick<Ctx, "t">, minutes: number): string {
  if (minutes < 60) return t("desk.minutes", { count: Math.floor(minutes) });
  if (minutes < 48 * 60) return t("desk.hours", { count: Math.floor(minutes / 60) });
  return t("desk.daysLong", { count: Math.floor(minutes / 1_440) });
}

/** What is left of a case's working time, for a reader; `null` without one. */
export function clockOf(
  ctx: Pick<Ctx, "t" | "now">,
  { openedAt, dueAt }: { openedAt: Date; dueAt: Date | null },
  calendar: WorkCalendar,
): ClockView | null {
  if (!dueAt) return null;
  if (dueAt <= ctx.now) {
    const time = spanText(ctx, workingMinutes(dueAt, ctx.now, calendar));
    return { state: "over", text: ctx.t("desk.overBy", { time }), part: 100 };
  }
  const left = workingMinutes(ctx.now, dueAt, calendar);
  const whole = Math.max(1, workingMinutes(openedAt, dueAt, calendar));
  const part = Math.min(100, Math.max(0, Math.round(100 - (100 * left) / whole)));
  return {
    state: part >= SOON ? "soon" : "fine",
    text: ctx.t("desk.left", { time: spanText(ctx, left) }),
    part,
  };
}
