import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** The head of a plain page: its h1, a sentence, what one can do. */
export function PageHead(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="pl-pagehead">
      <div>
        <h1 className="pl-h-page" dir="auto">
          {props.title}
        </h1>
        {props.lead && <div className="pl-lead">{props.lead}</div>}
      </div>
      {props.actions && <div className="pl-btns">{props.actions}</div>}
    </header>
  );
}

type SectionHeadProps = {
  title: string;
  id?: string;
  level?: 2 | 3;
  end?: ReactNode;
  flush?: boolean;
};

/** The head of a section, on a hairline; `end` holds a link, a count or a sort order. */
export function SectionHead({ title, id, level = 2, end, flush }: SectionHeadProps) {
  const Heading = level === 3 ? "h3" : "h2";
  return (
    <div className={joinClasses("pl-secbar", flush && "pl-secbar--flush")}>
      <Heading className="pl-h-sec" id={id}>
        {title}
      </Heading>
      {end}
    </div>
  );
}
