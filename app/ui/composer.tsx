import type { ReactNode, TextareaHTMLAttributes } from "react";
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
    ...rest
  } = props;
  return (
    <div className="pl-field">
      <label className={hideLabel ? "pl-hide" : "pl-label"} htmlFor={id}>
        {label}
      </label>
      <div className="pl-composer" data-invalid={error ? "" : undefined}>
        {tools && <div className="pl-composer__tools">{tools}</div>}
        <textarea rows={6} {...rest} id={id} {...fieldWiring({ id, hint, error })} />
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
