import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";
import { dotItems, Hidden } from "./layout.tsx";
import { StateWord } from "./pill.tsx";
import { stateLook } from "./state.ts";
import type { StateKey } from "./state.ts";

export type ThreadRowProps = {
  href: string;
  title: string;
  state: { key: StateKey; label: string };
  /** The accepted or official answer's first line, and whose it is. */
  line?: { who?: string; text: string };
  meta: ReactNode[];
  counts: { value: string; label: string; zero?: boolean }[];
  /** Hidden word beside the dot of an unread thread. */
  unread?: string;
  /** The word shown on a pinned thread. */
  pinned?: string;
  level?: 2 | 3;
};

/** A list of threads. */
export function ThreadRows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="pl-rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** A thread in a list: the fix shows with the question. The whole row follows the title's link. */
export function ThreadRow(props: ThreadRowProps) {
  const { href, title, state, line, meta, counts, unread, pinned, level = 3 } = props;
  const { icon, className } = stateLook(state.key);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className={joinClasses("pl-row", className)}>
      <Icon name={icon} />
      <div>
        <Heading className="pl-row__t">
          <a href={href}>
            {unread && <span className="pl-row__new" />}
            <span dir="auto">{title}</span>
            {unread && <Hidden> {unread}</Hidden>}
          </a>
        </Heading>
        {line && (
          <p className="pl-row__a pl-clip" dir="auto">
            {line.who && <b>{line.who}: </b>}
            {line.text}
          </p>
        )}
        <p className="pl-row__m pl-meta pl-dots">
          {pinned && (
            <span>
              <span className="pl-row__pin">
                <Icon name="pin" size={14} />
                {pinned}
              </span>
            </span>
          )}
          <span>
            <StateWord state={state.key} label={state.label} />
          </span>
          {dotItems(meta)}
        </p>
      </div>
      <dl className="pl-row__n">
        {counts.map(({ value, label, zero }) => (
          <div key={label} className={zero ? "is-zero" : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
