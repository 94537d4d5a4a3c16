import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";
import { stateLook } from "./state.ts";
import type { StateKey } from "./state.ts";

type StateProps = { state: StateKey; label: string };

/** The state of a thread, once, by its title. */
export function Pill({ state, label }: StateProps) {
  const { icon, className } = stateLook(state);
  return (
    <span className={joinClasses("pl-pill", className)}>
      <Icon name={icon} size={16} />
      {label}
    </span>
  );
}

/** The state as a coloured word, for lists whose row shows the icon. */
export function StateWord({ state, label }: StateProps) {
  return <span className={joinClasses("pl-word", stateLook(state).className)}>{label}</span>;
}

/** A tag, as a link where there is a page for it. */
export function Tag({ label, href }: { label: string; href?: string }) {
  const text = <span dir="auto">{label}</span>;
  return href ? (
    <a className="pl-tag" href={href}>
      {text}
    </a>
  ) : (
    <span className="pl-tag">{text}</span>
  );
}

/** What somebody is here: super user, staff, or plain ("asked this"). One a post, rarely two. */
export function Role({ kind, label }: { kind: "super" | "staff" | "plain"; label: string }) {
  return (
    <span className={joinClasses("pl-role", kind !== "super" && `pl-role--${kind}`)}>
      {kind === "super" && <Icon name="star" size={14} />}
      {label}
    </span>
  );
}

type ChipProps = { label: string; href?: string; on?: boolean; icon?: IconName };

/** A small choice in a row of its like. */
export function Chip({ label, href, on, icon }: ChipProps) {
  const className = joinClasses("pl-chip", on && "pl-chip--on");
  const inside = (
    <>
      {icon && <Icon name={icon} size={16} />}
      <span dir="auto">{label}</span>
    </>
  );
  return href ? (
    <a className={className} href={href} aria-current={on ? "true" : undefined}>
      {inside}
    </a>
  ) : (
    <span className={className}>{inside}</span>
  );
}
