import { joinClasses } from "#app/ui/join-classes.ts";
import type { ClockView } from "./desk-page.ts";

/** How much of the time for a case has gone by. */
export function CaseClock({ clock: { state, text, part } }: { clock: ClockView }) {
  return (
    <span
      className={joinClasses(
        "pl-due",
        state === "over" && "pl-due--over pl-is-danger",
        state === "soon" && "pl-is-issue",
      )}
    >
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
        <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <circle
          cx="7"
          cy="7"
          r="2"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          pathLength="100"
          strokeDasharray={`${part} 100`}
          transform="rotate(-90 7 7)"
        />
      </svg>
      {text}
    </span>
  );
}
