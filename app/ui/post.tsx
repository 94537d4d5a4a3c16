import type { ReactNode } from "react";
import { AvatarStack } from "./avatar.tsx";
import type { Person } from "./avatar.tsx";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

type FrameProps = {
  id?: string;
  variant?: "plain" | "nested";
  avatar: ReactNode;
  head: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  labelledBy?: string;
};

/** A post: who, what, what one can do. The accepted and official ones stand in an AnswerBox. */
export function PostFrame(props: FrameProps) {
  const { id, variant = "plain", avatar, head, children, foot, labelledBy } = props;
  return (
    <article
      id={id}
      // A link to a post moves the focus to it.
      tabIndex={-1}
      className={joinClasses("pl-post", variant === "nested" && "pl-post--nested")}
      aria-labelledby={labelledBy}
    >
      {avatar}
      <header className="pl-post__h">{head}</header>
      <div className="pl-post__b">{children}</div>
      {foot && <footer className="pl-post__f pl-acts">{foot}</footer>}
    </article>
  );
}

type HeadProps = {
  name: string;
  href?: string;
  roles?: ReactNode;
  note?: ReactNode;
  when: ReactNode;
};

/** The line over a post: name, role, team or note, time. */
export function PostHead({ name, href, roles, note, when }: HeadProps) {
  return (
    <>
      {href ? (
        <a className="pl-name" href={href} dir="auto">
          {name}
        </a>
      ) : (
        <span className="pl-name" dir="auto">
          {name}
        </span>
      )}
      {roles}
      {note && <span className="pl-meta">{note}</span>}
      <span className="pl-meta pl-post__w">{when}</span>
    </>
  );
}

type BoxProps = {
  id: string;
  kind: "accepted" | "official";
  title: string;
  note?: ReactNode;
  children: ReactNode;
};

/** The box of the answer that worked, or of the company's own word. */
export function AnswerBox({ id, kind, title, note, children }: BoxProps) {
  const official = kind === "official";
  return (
    <section
      id={id}
      className={joinClasses(
        "pl-answer",
        official ? "pl-answer--official pl-is-official" : "pl-is-solved",
      )}
      aria-labelledby={`${id}-title`}
    >
      <header className="pl-answer__bar">
        <Icon name={official ? "official" : "solved"} />
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <span className="pl-meta">{note}</span>}
      </header>
      {children}
    </section>
  );
}

/** What, fix and when of an official answer. */
export function OfficialFacts({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="pl-answer__when">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "Worked for 12 people", with a few of them. */
export function Proof({ people, children }: { people?: Person[]; children: ReactNode }) {
  return (
    <p className="pl-proof">
      {people && people.length > 0 && <AvatarStack people={people} />}
      <span>{children}</span>
    </p>
  );
}

type HiddenPostProps = { id?: string; children: ReactNode; actions?: ReactNode };

/** A post that is not shown, and why. */
export function HiddenPost({ id, children, actions }: HiddenPostProps) {
  return (
    <article id={id} tabIndex={-1} className="pl-post pl-post--hidden">
      <p className="pl-safe">
        <Icon name="hide" size={16} />
        <span>{children}</span>
      </p>
      {actions && <div className="pl-acts">{actions}</div>}
    </article>
  );
}
