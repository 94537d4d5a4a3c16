import { useT } from "#app/i18n/use-t.tsx";
import { FieldError, FieldHint, fieldWiring } from "#app/ui/field-frame.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { fieldName, FIELD_LIMITS, type SpaceField } from "./space-field.ts";

type Typed = Record<string, string>;

type Props = {
  fields: SpaceField[];
  /** What stood in them, by name. */
  typed: Typed;
  /** What is wrong, by name. */
  wrong: Record<string, string>;
};

/** What a space asks besides the text. */
export function SpaceFields({ fields, typed, wrong }: Props) {
  const t = useT();
  if (fields.length === 0) return null;
  return (
    <fieldset className="pl-field pl-askfields">
      <legend className="pl-label">{t("ask.fieldsLegend")}</legend>
      <p className="pl-hint">{t("ask.fieldsHint")}</p>
      <div className="pl-askfields__in">
        {fields.map((field) => (
          <OneField key={field.id} field={field} typed={typed} error={wrong[fieldName(field.id)]} />
        ))}
      </div>
    </fieldset>
  );
}

type FieldProps = { field: SpaceField; typed: Typed; error: string | undefined };

function OneField({ field, typed, error }: FieldProps) {
  const t = useT();
  const name = fieldName(field.id);
  const shared = {
    id: name,
    name,
    label: field.label,
    hint: field.help ? <span dir="auto">{field.help}</span> : undefined,
    optional: field.required ? undefined : t("common.optional"),
    error,
    defaultValue: typed[name],
  };
  if (field.kind === "choices") return <ChoicesField field={field} typed={typed} error={error} />;
  if (field.kind === "choice" || field.kind === "boolean") {
    const options =
      field.kind === "choice"
        ? field.options.map((option) => ({ value: option, label: option }))
        : [
            { value: "yes", label: t("ask.yes") },
            { value: "no", label: t("ask.no") },
          ];
    return (
      <SelectField {...shared} options={[{ value: "", label: t("ask.fieldChoose") }, ...options]} />
    );
  }
  if (field.kind === "number") {
    return (
      <TextField {...shared} inputMode="decimal" maxLength={24} autoComplete="off" dir="auto" />
    );
  }
  return <TextField {...shared} maxLength={FIELD_LIMITS.text} autoComplete="off" dir="auto" />;
}

/** Several of a list: a box for each. */
function ChoicesField({ field, typed, error }: FieldProps) {
  const t = useT();
  const name = fieldName(field.id);
  const chosen = Object.entries(typed)
    .filter(([key]) => key.startsWith(`${name}.`))
    .map(([, value]) => value);
  const { "aria-describedby": describedBy } = fieldWiring({ id: name, hint: field.help, error });
  return (
    <fieldset className="pl-field" aria-describedby={describedBy}>
      <legend className="pl-label">
        {field.label} {field.required ? null : <small>{t("common.optional")}</small>}
      </legend>
      <FieldError id={name} error={error} />
      <FieldHint id={name} hint={field.help} />
      <div className="pl-askfields__boxes">
        {field.options.map((option, index) => (
          <CheckField
            key={option}
            id={`${name}.${index}`}
            name={`${name}.${index}`}
            value={option}
            defaultChecked={chosen.includes(option)}
            aria-invalid={error ? true : undefined}
            label={<span dir="auto">{option}</span>}
          />
        ))}
      </div>
    </fieldset>
  );
}
