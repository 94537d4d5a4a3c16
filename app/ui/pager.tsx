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

/** Back and forth through a list that is read page by page. */
export function Pager(props: { label: string; previous?: Target; next?: Target }) {
  const { label, previous, next } = props;
  return (
    <nav className="pl-more" aria-label={label}>
      {previous ? (
        <ButtonLink href={previous.href} rel="prev">
          {previous.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink href={next.href} rel="next">
          {next.label}
        </ButtonLink>
      )}
    </nav>
  );
}
