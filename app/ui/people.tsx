import type { ReactNode } from "react";
import { Avatar, AvatarStack } from "./avatar.tsx";
import type { Person } from "./avatar.tsx";
import { joinClasses } from "./join-classes.ts";

type PersonRow = Person & {
  href?: string;
  /** For staff: the company's name, whose square mark stands in for a face. */
  square?: string;
  /** The picture that stands in that mark. */
  src?: string;
  /** Stands in for the disc, in 32 pixels. */
  avatar?: ReactNode;
  note?: ReactNode;
  /** The note may take several lines. */
  wrap?: boolean;
  end?: ReactNode;
};

/** People in a list, each with a note under the name and a number or word at the end. */
export function People({ items }: { items: PersonRow[] }) {
  return (
    <ul className="pl-people">
      {items.map(({ name, hue, href, square, src, avatar, note, wrap, end }, index) => (
        <li key={index} className={joinClasses("pl-person", !note && "pl-person--one")}>
          {avatar ?? (
            <Avatar name={square ?? name} hue={hue} square={Boolean(square)} src={src} size={32} />
          )}
          {href ? (
            <a className="pl-name pl-clip" href={href} dir="auto">
              {name}
            </a>
          ) : (
            <span className="pl-name pl-clip" dir="auto">
              {name}
            </span>
          )}
          {end && <span className="pl-person__end pl-meta">{end}</span>}
          {note && <span className={joinClasses("pl-meta", !wrap && "pl-clip")}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** "and 5 more", with a few of them as discs. */
export function PeopleMore({ people, text }: { people: Person[]; text: string }) {
  return (
    <p className="pl-avs">
      <AvatarStack people={people} size={28} />
      <span className="pl-meta">{text}</span>
    </p>
  );
}
