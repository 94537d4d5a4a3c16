import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type FieldTexts = {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** The word beside the label of a field that may stay empty. */
  optional?: string;
};

/** The attributes that tie a control to its hint and error. */
export function fieldWiring({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    "aria-describedby": described || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

/** The hint under a control. */
export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <p className="pl-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

/** What is wrong with a control. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null;
  return (
    <p className="pl-error" id={`${id}-error`}>
      <Icon name="issue" size={16} />
      {error}
    </p>
  );
}

/** Label, control, error and hint, one under the other. */
export function FieldFrame(props: Omit<FieldTexts, "name"> & { children: ReactNode }) {
  const { id, label, hint, error, optional, children } = props;
  return (
    <div className="pl-field">
      <label className="pl-label" htmlFor={id}>
        {label} {optional && <small>{optional}</small>}
      </label>
      {children}
      <FieldError id={id} error={error} />
      <FieldHint id={id} hint={hint} />
    </div>
  );
}
