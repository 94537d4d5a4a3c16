import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { FieldError, FieldFrame, FieldHint, fieldWiring } from "./field-frame.tsx";
import type { FieldTexts } from "./field-frame.tsx";
import type { IconName } from "./icon-name.ts";
import { Icon } from "./icon.tsx";
import { joinClasses } from "./join-classes.ts";

const inputClass = (large?: boolean) => joinClasses("pl-input", large && "pl-input--lg");

/** One line of text. */
export function TextField(
  props: FieldTexts & { large?: boolean } & InputHTMLAttributes<HTMLInputElement>,
) {
  const { id, label, hint, error, optional, large, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <input
        type="text"
        {...rest}
        id={id}
        className={inputClass(large)}
        {...fieldWiring({ id, hint, error })}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextAreaField(props: FieldTexts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { id, label, hint, error, optional, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <textarea {...rest} id={id} className="pl-input" {...fieldWiring({ id, hint, error })} />
    </FieldFrame>
  );
}

/** One of a list. */
export function SelectField(
  props: FieldTexts & {
    options: { value: string; label: string }[];
    large?: boolean;
  } & SelectHTMLAttributes<HTMLSelectElement>,
) {
  const { id, label, hint, error, optional, options, large, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <select {...rest} id={id} className={inputClass(large)} {...fieldWiring({ id, hint, error })}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckProps = Omit<FieldTexts, "label" | "optional"> & {
  label: ReactNode;
} & InputHTMLAttributes<HTMLInputElement>;

/** Yes or no. */
export function CheckField({ id, label, hint, error, ...rest }: CheckProps) {
  return (
    <div className="pl-field pl-field--check">
      <label className="pl-check" htmlFor={id}>
        <input {...rest} type="checkbox" id={id} {...fieldWiring({ id, hint, error })} />
        <span>{label}</span>
      </label>
      <FieldError id={id} error={error} />
      <FieldHint id={id} hint={hint} />
    </div>
  );
}

type PickProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  error?: string;
  optional?: string;
  options: { value: string; label: string; icon?: IconName; hint?: string }[];
  /** The one chosen at first. */
  value?: string;
  required?: boolean;
};

/** One of a few, as cards; the first card's id is `NAME-0`, for a form's error summary. */
export function PickField(props: PickProps) {
  const { name, legend, hint, error, optional, options, value, required } = props;
  return (
    <fieldset className="pl-field" aria-describedby={wiredTo(name, hint, error)}>
      <legend className="pl-label">
        {legend} {optional && <small>{optional}</small>}
      </legend>
      <FieldHint id={name} hint={hint} />
      <FieldError id={name} error={error} />
      <div className="pl-picks">
        {options.map((option, index) => (
          <label key={option.value} className="pl-pick">
            <input
              type="radio"
              id={`${name}-${index}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required={required}
            />
            <span className="pl-pick__box">
              {option.icon && <Icon name={option.icon} />}
              <span dir="auto">
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function wiredTo(id: string, hint?: ReactNode, error?: string) {
  return fieldWiring({ id, hint, error })["aria-describedby"];
}
