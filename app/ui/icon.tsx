import type { IconName } from "./icon-name.ts";
import { joinClasses } from "./join-classes.ts";

type Props = {
  name: IconName;
  size?: 14 | 16 | 18 | 20 | 24;
  /** Turned around in right-to-left pages: for drawings that point somewhere. */
  flip?: boolean;
  className?: string;
};

/** A drawing from the sprite. Decoration only: the word beside it says what it means. */
export function Icon({ name, size = 20, flip, className }: Props) {
  return (
    <svg
      className={joinClasses("pl-icon", flip && "pl-icon--dir", className)}
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <use href={`/icons.svg#i-${name}`} />
    </svg>
  );
}
