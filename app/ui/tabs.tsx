import type { ReactNode } from "react";
import { Chip } from "./pill.tsx";

type Item = { href: string; label: string; current?: boolean };

const here = (current?: boolean) => (current ? ("page" as const) : undefined);

/** Links to the views of a list; the one shown is current. */
export function Tabs(props: {
  label: string;
  items: (Item & { count?: string })[];
  end?: ReactNode;
}) {
  return (
    <nav className="pl-tabs" aria-label={props.label}>
      <ul>
        {props.items.map(({ href, label, count, current }) => (
          <li key={href}>
            <a className="pl-tab" href={href} aria-current={here(current)}>
              {label}
              {count !== undefined && <span>{count}</span>}
            </a>
          </li>
        ))}
      </ul>
      {props.end && <div className="pl-tabs__end">{props.end}</div>}
    </nav>
  );
}

/** Two or three ways to sort what stands below. */
export function Segments({ label, items }: { label: string; items: Item[] }) {
  return (
    <nav className="pl-seg" aria-label={label}>
      {items.map(({ href, label: text, current }) => (
        <a key={href} href={href} aria-current={current ? "true" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

/** Filters in a row. */
export function FilterChips({ label, items }: { label: string; items: Item[] }) {
  return (
    <nav className="pl-chips" aria-label={label}>
      {items.map((item) => (
        <Chip key={item.href} label={item.label} href={item.href} on={item.current} />
      ))}
    </nav>
  );
}
