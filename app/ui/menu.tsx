import type { ReactNode } from "react";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";
import { Hidden } from "./layout.tsx";

type Props = {
  id: string;
  /** Names the button. */
  label: string;
  icon?: IconName;
  /** Stands in the button instead of the icon. */
  trigger?: ReactNode;
  children: ReactNode;
  className?: string;
  menuClassName?: string;
};

/**
 * A menu behind a button, opened by the browser (popover) without a script. Its items are links,
 * or forms of one button.
 */
export function Menu(props: Props) {
  const { id, label, icon = "more", trigger, children, className, menuClassName } = props;
  return (
    <>
      <button type="button" className={className ?? "pl-act"} {...{ popovertarget: id }}>
        {trigger ?? <Icon name={icon} />}
        <Hidden>{label}</Hidden>
      </button>
      <div id={id} className={joinClasses("pl-menu", menuClassName)} {...{ popover: "auto" }}>
        {children}
      </div>
    </>
  );
}
