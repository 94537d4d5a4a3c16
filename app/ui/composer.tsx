import type { ReactNode, RefObject, TextareaHTMLAttributes } from "react";
import { FieldError, FieldHint, fieldWiring } from "./field-frame.tsx";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

type Props = {
  id: string;
  name: string;
  label: string;
  hideLabel?: boolean;
  /** Who can read this and what to leave out; always there. */
  privacy: string;
  /** How to write here (Markdown). */
  hint?: ReactNode;
  submit?: ReactNode;
  error?: string;
  /** Stands in for the privacy line when private details were found. */
  warning?: ReactNode;
  tools?: ReactNode;
  boxRef?: RefObject<HTMLTextAreaElement>;
  /**
   * An editor that took the text box's place. It has the control's `id` and is named by the element
   * `ID-label`; the text box stays in the form, hidden, to send its text.
   */
  surface?: ReactNode;
} & TextareaHTMLAttributes<HTMLTextAreaElement>;

/** The box one writes a post in. The page makes the form around it. */
export function Composer(props: Props) {
  const {
    id,
    label,
    hideLabel = true,
    privacy,
    hint,
    submit,
    error,
    warning,
    tools,
    boxRef,
    surface,
    required,
    maxLength,
    autoFocus,
    ...rest
  } = props;
  // What the browser can't show to be wrong it must not refuse.
  const box = surface
    ? { id: `${id}-source`, hidden: true }
    : { id, required, maxLength, autoFocus, ...fieldWiring({ id, hint, error }) };
  return (
    <div className="pl-field">
      <label className={hideLabel ? "pl-hide" : "pl-label"} id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className="pl-composer" data-invalid={error ? "" : undefined}>
        {tools && <div className="pl-composer__tools">{tools}</div>}
        {surface}
        <textarea rows={6} {...rest} {...box} ref={boxRef} />
        <div
          className={joinClasses(
            "pl-composer__f",
            Boolean(warning) && "pl-composer__f--warn pl-is-issue",
          )}
        >
          <p className="pl-safe" role={warning ? "alert" : undefined}>
            <Icon name={warning ? "issue" : "shield"} size={16} />
            <span>{warning ?? privacy}</span>
          </p>
          {submit}
        </div>
      </div>
      <FieldError id={id} error={error} />
      <FieldHint id={id} hint={hint} />
    </div>
  );
}
