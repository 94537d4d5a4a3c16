import { MOST_MINUTES } from "./targets.ts";
import type { WorkSpan } from "./work-calendar.ts";

const TIME = /^(\d{1,2}):(\d{2})$/;
const DURATION = /^(\d{1,4}):([0-5]\d)$/;
const DASH = /\s*[-–—]\s*/;
const DAY_MINUTES = 1_440;

/** `9:00` → 540; `null` for what is no time of a day. 24:00 is the end of one. */
function readTime(text: string): number | null {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && time <= DAY_MINUTES ? time : null;
}

/** Minutes as `4:05`, hours first. */
export function timeText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `9:00–12:00, 13:00–17:00` → the spans in order; `null` when it says something else. */
export function readSpans(text: string): WorkSpan[] | null {
  const spans: WorkSpan[] = [];
  for (const part of text.split(/[,،;]/).filter((piece) => piece.trim() !== "")) {
    const ends = part.trim().split(DASH).map(readTime);
    const [from, to] = ends;
    if (ends.length !== 2 || from == null || to == null || from === to || from === DAY_MINUTES) {
      return null;
    }
    spans.push({ starts: from, ends: to });
  }
  return spans.sort((a, b) => a.starts - b.starts);
}

/** Spans of a day as text, the other way round. */
export function spansText(spans: readonly WorkSpan[]): string {
  return spans.map(({ starts, ends }) => `${timeText(starts)}–${timeText(ends)}`).join(", ");
}

/** Whether the spans of one day have a minute in common, up to the next one's. */
export function overlap(spans: readonly WorkSpan[]): boolean {
  return spans.some(({ starts, ends }, index) => {
    const next = spans[index + 1];
    const until = ends > starts ? ends : ends + DAY_MINUTES;
    return next !== undefined && next.starts < until;
  });
}

/** `4:00` → 240, empty → `null` (no target); `undefined` for what is no length of time. */
export function readDuration(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const [, hours, minutes] = DURATION.exec(text.trim()) ?? [];
  const length = Number(hours) * 60 + Number(minutes);
  return length > 0 && length <= MOST_MINUTES ? length : undefined;
}
