import { Icon } from "./icon.tsx";

type Props = {
  label: string;
  links: { href: string; label: string }[];
  runsOn?: { before: string; href: string; name: string };
};

/** The foot of every page. */
export function SiteFooter({ label, links, runsOn }: Props) {
  return (
    <footer className="pl-foot">
      <div className="pl-wrap pl-foot__in">
        <nav aria-label={label}>
          {links.map(({ href, label: text }) => (
            <a key={href} href={href}>
              {text}
            </a>
          ))}
        </nav>
        {runsOn && (
          <span className="pl-foot__runs">
            <Icon name="lamp" size={16} />
            {runsOn.before} <a href={runsOn.href}>{runsOn.name}</a>
          </span>
        )}
      </div>
    </footer>
  );
}
