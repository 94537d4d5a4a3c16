import type { ReactNode } from "react";

type Revision = { key: string; title: ReactNode; note?: ReactNode; children?: ReactNode };

/** The edits of a post, each with who, when and what changed. */
export function RevisionList({ items }: { items: Revision[] }) {
  return (
    <ol className="pl-revs">
      {items.map(({ key, title, note, children }) => (
        <li key={key}>
          <div className="pl-revs__h">
            <h2 className="pl-h-rail">{title}</h2>
            {note && <span className="pl-meta">{note}</span>}
          </div>
          {children}
        </li>
      ))}
    </ol>
  );
}
