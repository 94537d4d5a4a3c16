import type { ReactNode, RefObject } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

type Props = {
  id: string;
  action: string;
  label: string;
  placeholder?: string;
  defaultValue?: string;
  large?: boolean;
  /** The button's word; without it the Enter key sends. */
  submit?: string;
  name?: string;
  inputRef?: RefObject<HTMLInputElement>;
  onFocus?: () => void;
  /** What comes up under the box. */
  children?: ReactNode;
};

/** The search form; it works by GET. */
export function SearchBox(props: Props) {
  const { id, action, label, placeholder, defaultValue, large, submit, name = "q" } = props;
  const { inputRef, onFocus, children } = props;
  return (
    <form
      className={joinClasses("pl-search", large && "pl-search--lg")}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- older browsers do not know <search>
      role="search"
      action={action}
    >
      <label className="pl-hide" htmlFor={id}>
        {label}
      </label>
      <div className="pl-search__box">
        <Icon name="search" />
        <input
          ref={inputRef}
          id={id}
          name={name}
          type="search"
          placeholder={placeholder}
          defaultValue={defaultValue}
          autoComplete="off"
          enterKeyHint="search"
          onFocus={onFocus}
        />
        {submit && <Button variant="primary">{submit}</Button>}
      </div>
      {children}
    </form>
  );
}
