import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { Dots } from "./layout.tsx";
import { Pill } from "./pill.tsx";
import { stateLook } from "./state.ts";
import type { StateKey } from "./state.ts";

type HeadProps = {
  title: string;
  state: { key: StateKey; label: string };
  meta: ReactNode[];
  id?: string;
};

/** A thread's title with its state, once, and its dates. */
export function ThreadHead({ title, state, meta, id }: HeadProps) {
  return (
    <>
      <h1 className="pl-q__t" id={id} dir="auto">
        {title}
      </h1>
      <div className="pl-q__s">
        <Pill state={state.key} label={state.label} />
        <Dots items={meta} />
      </div>
    </>
  );
}

type JumpItem = { href: string; label: string; state?: StateKey; icon?: IconName };

/** The way to the answers, right under the question. */
export function JumpNav(props: { label: string; items: JumpItem[]; end?: ReactNode }) {
  return (
    <nav className="pl-jump" aria-label={props.label}>
      {props.items.map(({ href, label, state, icon }) => {
        const look = state && stateLook(state);
        return (
          <a key={href} href={href} className={look?.className}>
            <Icon name={icon ?? look?.icon ?? "message"} size={16} />
            {label}
          </a>
        );
      })}
      {props.end && <span className="pl-meta">{props.end}</span>}
    </nav>
  );
}

/** Posts left out between two others, and the way to them. */
export function GapLink({ href, label }: { href: string; label: string }) {
  return (
    <div className="pl-gap">
      <ButtonLink href={href} size="sm">
        {label}
      </ButtonLink>
    </div>
  );
}
