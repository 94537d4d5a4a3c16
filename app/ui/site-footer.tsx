import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type Props = {
  label: string;
  /** `sheet`: opens the help on keyboard shortcuts once the application runs. */
  links: { href: string; label: string; sheet?: boolean }[];
  runsOn?: { before: string; href: string; name: string };
  /** How the page is shown. */
  choice?: ReactNode;
};

/** The foot of every page. */
export function SiteFooter({ label, links, runsOn, choice }: Props) {
  return (
    <footer className="pl-foot">
      <div className="pl-wrap pl-foot__in">
        <nav aria-label={label}>
          {links.map(({ href, label: text, sheet }) => (
            <a key={href} href={href} data-sheet={sheet}>
              {text}
            </a>
          ))}
        </nav>
        {choice}
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
