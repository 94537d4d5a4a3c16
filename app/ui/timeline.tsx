import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";
import { stateLook } from "./state.ts";
import type { StateKey } from "./state.ts";

export type TimelineStep = {
  title: ReactNode;
  note?: ReactNode;
  phase: "done" | "now" | "next";
  state?: StateKey;
};

/** How it went, in order: what is done, what is on its way, what comes. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol className="pl-timeline">
      {steps.map(({ title, note, phase, state }, index) => (
        <li
          key={index}
          className={joinClasses(`is-${phase}`, state && stateLook(state).className)}
          aria-current={phase === "now" ? "step" : undefined}
        >
          <b>{title}</b>
          {note && <span>{note}</span>}
        </li>
      ))}
    </ol>
  );
}
