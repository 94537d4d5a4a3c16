import { Icon } from "./icon.tsx";

/** The way down to this page; the page itself is left out. */
export function Breadcrumbs(props: { label: string; items: { href: string; label: string }[] }) {
  return (
    <nav className="pl-crumbs" aria-label={props.label}>
      <ol>
        {props.items.map(({ href, label }, index) => (
          <li key={href}>
            {index > 0 && <Icon name="chev-r" size={14} flip />}
            <a href={href} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
