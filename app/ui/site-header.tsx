import type { ReactNode } from "react";
import { BrandMark } from "./avatar.tsx";
import { ButtonLink } from "./button.tsx";
import { Menu } from "./menu.tsx";

type NavItem = { href: string; label: string; current?: boolean };

type Props = {
  brand: { name: string; sub?: string; href: string; logoUrl?: string };
  nav: NavItem[];
  navLabel: string;
  menuLabel: string;
  /** A SearchBox, in wide pages. */
  search?: ReactNode;
  /** The way to search in narrow pages. */
  searchLink?: { href: string; label: string };
  /** Always there: the one primary action. */
  actions?: ReactNode;
  /** In wide pages: bell, account menu, or sign in. */
  account?: ReactNode;
  /** What the narrow menu holds besides the navigation. */
  menu?: ReactNode;
};

const here = (current?: boolean) => (current ? ("page" as const) : undefined);

/** The top bar. In a narrow page its navigation folds into a menu that needs no script. */
export function SiteHeader(props: Props) {
  const { brand, nav, navLabel, menuLabel, search, searchLink, actions, account, menu } = props;
  return (
    <header className="pl-top">
      <div className="pl-wrap pl-top__bar">
        <a className="pl-brand" href={brand.href}>
          <BrandMark name={brand.name} logoUrl={brand.logoUrl} />
          <span>
            {brand.name}{" "}
            {brand.sub && <span className="pl-brand__sub pl-only-wide">{brand.sub}</span>}
          </span>
        </a>
        <nav className="pl-nav" aria-label={navLabel}>
          {nav.map(({ href, label, current }) => (
            <a key={href} href={href} aria-current={here(current)}>
              {label}
            </a>
          ))}
        </nav>
        <div className="pl-top__end">
          {search && <div className="pl-top__search">{search}</div>}
          {searchLink && (
            <ButtonLink
              href={searchLink.href}
              icon="search"
              iconOnly={searchLink.label}
              variant="quiet"
              className="pl-only-narrow"
            />
          )}
          {actions}
          {account && <div className="pl-top__me">{account}</div>}
          <Menu
            id="nav-menu"
            label={menuLabel}
            icon="menu"
            className="pl-btn pl-btn--quiet pl-btn--icon pl-top__burger"
            menuClassName="pl-navmenu"
          >
            <nav aria-label={navLabel}>
              {nav.map(({ href, label, current }) => (
                <a key={href} href={href} aria-current={here(current)}>
                  {label}
                </a>
              ))}
            </nav>
            {menu && (
              <>
                <hr />
                {menu}
              </>
            )}
          </Menu>
        </div>
      </div>
    </header>
  );
}
