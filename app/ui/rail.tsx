import type { ReactNode } from "react";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";
import { stateLook } from "./state.ts";
import type { StateKey } from "./state.ts";

/** The side column. */
export function Rail(props: { label: string; children: ReactNode; sticky?: boolean }) {
  return (
    <aside
      className={joinClasses("pl-rail", props.sticky && "pl-rail--sticky")}
      aria-label={props.label}
    >
      {props.children}
    </aside>
  );
}

type SectionProps = { title: string; id?: string; end?: ReactNode; children: ReactNode };

/** A titled part of the rail; `end` holds a link or a count. */
export function RailSection({ title, id, end, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="pl-rail__h">
        <h2 className="pl-h-rail" id={id}>
          {title}
        </h2>
        {typeof end === "string" ? <span className="pl-meta">{end}</span> : end}
      </div>
      {children}
    </section>
  );
}

/** A quiet box in the rail. */
export function RailCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pl-panel pl-panel--sunken pl-railcard">
      <h2 className="pl-h-rail">{title}</h2>
      {children}
    </section>
  );
}

type RailLink = { href: string; title: string; note?: string; state?: StateKey; icon?: IconName };

/** Threads or pages to go to, each with its state's icon and a note. */
export function RailLinks({ items }: { items: RailLink[] }) {
  return (
    <ul className="pl-links">
      {items.map(({ href, title, note, state, icon }) => {
        const look = state && stateLook(state);
        return (
          <li key={href}>
            <a href={href} className={look?.className}>
              <Icon name={icon ?? look?.icon ?? "message"} size={16} />
              <span dir="auto">{title}</span>
              {note && <small>{note}</small>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
