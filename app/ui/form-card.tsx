import type { ReactNode } from "react";

type CardProps = { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode };

/** A short form on its own: sign in, sign up, reset. */
export function FormCard({ title, lead, children, foot }: CardProps) {
  return (
    <section className="pl-card">
      <header className="pl-card__h">
        <h1 className="pl-h-page">{title}</h1>
        {lead && <p className="pl-lead">{lead}</p>}
      </header>
      <div className="pl-card__b">{children}</div>
      {foot && <div className="pl-card__f">{foot}</div>}
    </section>
  );
}

/** The last row of a long form: a choice at the start, its buttons at the end. */
export function FormEnd({ children, start }: { children: ReactNode; start?: ReactNode }) {
  return (
    <div className="pl-formend">
      {start}
      <div className="pl-btns">{children}</div>
    </div>
  );
}
