import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";

type Space = { href: string; name: string; note?: string; icon: IconName };

/** The community's spaces. */
export function SpaceGrid({ label, spaces }: { label: string; spaces: Space[] }) {
  return (
    <nav aria-label={label}>
      <ul className="pl-topics">
        {spaces.map(({ href, name, note, icon }) => (
          <li key={href}>
            <a className="pl-topic" href={href}>
              <Icon name={icon} />
              <b dir="auto">{name}</b>
              {note && <span>{note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
