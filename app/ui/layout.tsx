import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** The first thing the Tab key finds. */
export function SkipLink({ label, target = "main" }: { label: string; target?: string }) {
  return (
    <a className="pl-skip" href={`#${target}`}>
      {label}
    </a>
  );
}

/** Main column and rail; one under the other in a narrow page. */
export function Split({ main, rail }: { main: ReactNode; rail?: ReactNode }) {
  return (
    <div className="pl-split">
      <div>{main}</div>
      {rail}
    </div>
  );
}

/** Words only for screen readers. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className="pl-hide">{children}</span>;
}

/** Facts on one line with middle dots between; empty ones are left out. */
export function Dots({ items }: { items: ReactNode[] }) {
  return <p className="pl-meta pl-dots">{dotItems(items)}</p>;
}

/** The children of a `pl-dots` line. */
export function dotItems(items: ReactNode[]): ReactNode[] {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false);
  return shown.map((item, index) => <span key={index}>{item}</span>);
}

/** A bordered box for side matter. */
export function Panel({ children, sunken }: { children: ReactNode; sunken?: boolean }) {
  return (
    <section className={joinClasses("pl-panel", sunken && "pl-panel--sunken")}>{children}</section>
  );
}
