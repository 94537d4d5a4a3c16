import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

type Look = {
  variant?: "default" | "primary" | "quiet" | "danger";
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  /** The button's name where only its icon shows. */
  iconOnly?: string;
  block?: boolean;
};

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;
type LinkProps = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A button; one `primary` a view. Submits its form unless `type` says otherwise. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, iconOnly, block, children, className, type, ...rest } = props;
  return (
    <button
      type={type ?? "submit"}
      aria-label={iconOnly}
      {...rest}
      className={look({ variant, size, iconOnly, block }, className)}
    >
      {icon && <Icon name={icon} />}
      {iconOnly === undefined && children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink(props: LinkProps) {
  const { variant, size, icon, iconOnly, block, children, className, ...rest } = props;
  return (
    <a
      aria-label={iconOnly}
      {...rest}
      className={look({ variant, size, iconOnly, block }, className)}
    >
      {icon && <Icon name={icon} />}
      {iconOnly === undefined && children}
    </a>
  );
}

/** Buttons in a row; `end` stands at the far side. */
export function Actions({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="pl-btns">
      {children}
      {end && <span className="pl-btns__end">{end}</span>}
    </div>
  );
}

type ActLook = {
  label: string;
  icon?: IconName;
  /** For icons that point: mirrored in right-to-left pages. */
  flip?: boolean;
  /** In a narrow page the icon alone shows; the label stays as the name. */
  compact?: boolean;
};

/** A text-weight action under a post. */
export function Act(props: ActLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { label, icon, flip, compact, type, ...rest } = props;
  return (
    <button
      type={type ?? "submit"}
      className="pl-act"
      aria-label={compact ? label : undefined}
      {...rest}
    >
      {icon && <Icon name={icon} size={16} flip={flip} />}
      <span className={compact ? "pl-only-wide" : undefined}>{label}</span>
    </button>
  );
}

/** The same as a link. */
export function ActLink(
  props: ActLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string },
) {
  const { label, icon, flip, compact, ...rest } = props;
  return (
    <a className="pl-act" aria-label={compact ? label : undefined} {...rest}>
      {icon && <Icon name={icon} size={16} flip={flip} />}
      <span className={compact ? "pl-only-wide" : undefined}>{label}</span>
    </a>
  );
}

function look({ variant, size, iconOnly, block }: Look, extra?: string): string {
  return joinClasses(
    "pl-btn",
    variant && variant !== "default" && `pl-btn--${variant}`,
    size && size !== "md" && `pl-btn--${size}`,
    iconOnly !== undefined && "pl-btn--icon",
    block && "pl-btn--block",
    extra,
  );
}
