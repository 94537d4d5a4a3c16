import { ButtonLink } from "./button.tsx";

type Target = { href: string; label: string };

/** "Show more" under a list. */
export function ShowMore({ href, label }: Target) {
  return (
    <p className="pl-more">
      <ButtonLink href={href}>{label}</ButtonLink>
    </p>
  );
}

type PagerProps = {
  label: string;
  /** Which part of the list this is. */
  note?: string;
  first?: Target;
  previous?: Target;
  next?: Target;
  last?: Target;
};

/** Back and forth through a list that is read page by page. */
export function Pager({ label, note, first, previous, next, last }: PagerProps) {
  const link = (target: Target | undefined, rel?: "prev" | "next") =>
    target && (
      <ButtonLink
        href={target.href}
        rel={rel}
        size={rel ? "md" : "sm"}
        variant={rel ? "default" : "quiet"}
      >
        {target.label}
      </ButtonLink>
    );
  return (
    <nav className="pl-more" aria-label={label}>
      <span className="pl-btns">
        {link(previous, "prev")}
        {link(first)}
      </span>
      {note && <span className="pl-meta">{note}</span>}
      <span className="pl-btns">
        {link(last)}
        {link(next, "next")}
      </span>
    </nav>
  );
}
