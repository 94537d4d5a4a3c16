import type { ButtonHTMLAttributes } from "react";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";
import { Hidden } from "./layout.tsx";

type Look = {
  label: string;
  count: string;
  /** Read before the number: "Votes". */
  countLabel: string;
  kind?: "helpful" | "same";
  large?: boolean;
};

function Inside({ label, count, countLabel, kind }: Look) {
  return (
    <>
      <span>
        <Icon name={kind === "same" ? "same" : "up"} size={16} />
        {label}
      </span>
      <b>
        <Hidden> {countLabel} </Hidden>
        {count}
      </b>
    </>
  );
}

/** A helpful vote or "same here": up only, the count in the button's name, pressed shown by shape. */
export function VoteButton(
  props: Look & { pressed: boolean } & ButtonHTMLAttributes<HTMLButtonElement>,
) {
  const { label, count, countLabel, kind = "helpful", large, pressed, type, ...rest } = props;
  return (
    <button type={type ?? "submit"} {...rest} className={look(kind, large)} aria-pressed={pressed}>
      <Inside {...{ label, count, countLabel, kind }} />
    </button>
  );
}

/** The same count for somebody who may not vote. */
export function VoteCount({ label, count, countLabel, kind = "helpful", large }: Look) {
  return (
    <span className={look(kind, large)}>
      <Inside {...{ label, count, countLabel, kind }} />
    </span>
  );
}

function look(kind: "helpful" | "same", large?: boolean): string {
  return joinClasses("pl-vote", kind === "same" && "pl-vote--same", large && "pl-vote--lg");
}
