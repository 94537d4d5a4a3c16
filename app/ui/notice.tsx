import type { ReactNode } from "react";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

type Tone = "issue" | "danger" | "official" | "solved" | "idea" | "open";
type Props = { state: Tone; title?: string; children?: ReactNode; action?: ReactNode };

const ICONS: Record<Tone, IconName> = {
  issue: "issue",
  danger: "issue",
  official: "official",
  solved: "solved",
  idea: "idea",
  open: "open",
};

function Inside({ state, title, children, action }: Props) {
  return (
    <>
      <Icon name={ICONS[state]} />
      <p>
        {title && <b className="pl-notice__t">{title}</b>} {children}
      </p>
      {action && <div className="pl-notice__a">{action}</div>}
    </>
  );
}

/** The strip under the header: one at a time, the most serious first. */
export function Banner(props: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> may not hold paragraphs
    <div className={joinClasses("pl-banner", `pl-is-${props.state}`)} role="status">
      <div className="pl-wrap">
        <Inside {...props} />
      </div>
    </div>
  );
}

/** A message in the page: what just happened, or what to know before going on. */
export function Notice({ alert, ...props }: Props & { alert?: boolean }) {
  return (
    <div
      className={joinClasses("pl-notice", `pl-is-${props.state}`)}
      role={alert ? "alert" : "status"}
    >
      <Inside {...props} />
    </div>
  );
}

/** A short confirmation in the corner, with Undo where there is one. */
export function Toast({ state = "solved", title, children, action }: Partial<Props>) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> may not hold paragraphs
    <div className={joinClasses("pl-toast", `pl-is-${state}`)} role="status">
      <Icon name={ICONS[state]} />
      <p>
        {title}
        {children && <small>{children}</small>}
      </p>
      {action}
    </div>
  );
}
