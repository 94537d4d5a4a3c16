import { translateKey } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { CheckField, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { PERSONAL_KINDS } from "../personal-data/kinds.ts";
import { VERDICTS } from "../screened.ts";
import { nameKey, type Rule, type RuleField } from "./rule-fields.ts";

export type FieldState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  hasSecret: boolean;
};

/** Fields with a hint, and what it names as an example. */
const HINTED: Record<string, string> = {
  "personalData.countries": "DE, GB, US",
  "personalData.allowed": "hello@brand.example, @brand.example, +49 800 …",
  "outside.secret": "",
};
const WIDE = new Set<RuleField["kind"]>(["lines", "line", "secret", "kinds"]);

/** A choice among verdicts, with their words. */
export function useVerdicts() {
  const t = useT();
  return ["off", ...VERDICTS].map((mode) => ({ value: mode, label: t("automod.mode", { mode }) }));
}

/** One check: what it does, its verdict, whom it spares, its numbers. */
export function CheckFields({ rule, state }: { rule: Rule; state: FieldState }) {
  const t = useT();
  const verdicts = useVerdicts();
  const { id, verdict, spares, fields } = rule;
  const { values, errors } = state;
  const small = fields.filter(({ kind }) => !WIDE.has(kind) && kind !== "flag");
  const flags = fields.filter(({ kind }) => kind === "flag");
  return (
    <fieldset className="pl-rule" id={`check-${id}`}>
      <legend className="pl-h-sec">{t(nameKey(id))}</legend>
      <p className="pl-muted">{t(`automod.about.${id}`)}</p>
      {verdict || small.length > 0 ? (
        <div className="pl-rule__row">
          {verdict ? (
            <SelectField
              id={`${id}.mode`}
              name={`${id}.mode`}
              label={t("automod.verdict")}
              options={verdicts}
              defaultValue={values[`${id}.mode`]}
              error={errors[`${id}.mode`]}
            />
          ) : null}
          {small.map((field) => (
            <OneField key={field.name} path={`${id}.${field.name}`} field={field} state={state} />
          ))}
        </div>
      ) : null}
      {spares ? (
        <CheckField
          id={`${id}.sparesTrusted`}
          name={`${id}.sparesTrusted`}
          value="yes"
          label={t("automod.sparesTrusted")}
          defaultChecked={values[`${id}.sparesTrusted`] === "yes"}
        />
      ) : null}
      {[...flags, ...fields.filter(({ kind }) => WIDE.has(kind))].map((field) => (
        <OneField key={field.name} path={`${id}.${field.name}`} field={field} state={state} />
      ))}
    </fieldset>
  );
}

type OneProps = { path: string; field: RuleField; state: FieldState };

function OneField({ path, field, state }: OneProps) {
  const t = useT();
  const { values, errors, hasSecret } = state;
  // The catalogue has a label for every field of the rules; a test looks.
  const label = translateKey(t, `automod.field.${path}`);
  const hint =
    path in HINTED
      ? translateKey(t, `automod.hint.${path}`, {
          set: hasSecret ? "yes" : "no",
          example: HINTED[path] ?? "",
        })
      : undefined;
  const common = {
    id: path,
    name: path,
    label,
    hint,
    error: errors[path],
    defaultValue: values[path],
  };
  switch (field.kind) {
    case "flag":
      return (
        <CheckField
          id={path}
          name={path}
          value="yes"
          label={label}
          defaultChecked={values[path] === "yes"}
        />
      );
    case "kinds":
      return <Kinds path={path} label={label} values={values} />;
    case "lines":
      return <TextAreaField {...common} rows={3} dir="auto" spellCheck={false} />;
    case "choice":
      return (
        <SelectField
          {...common}
          options={(field.options ?? []).map((choice) => ({
            value: choice,
            label: t("automod.choice", { choice }),
          }))}
        />
      );
    case "secret":
      return <TextField {...common} type="password" autoComplete="new-password" maxLength={200} />;
    case "line":
      return <TextField {...common} dir="ltr" maxLength={500} spellCheck={false} />;
    case "codes":
      return <TextField {...common} dir="ltr" maxLength={200} autoComplete="off" />;
    default:
      return <TextField {...common} inputMode="numeric" maxLength={9} autoComplete="off" />;
  }
}

function Kinds({
  path,
  label,
  values,
}: {
  path: string;
  label: string;
  values: Record<string, string>;
}) {
  const t = useT();
  return (
    <fieldset className="pl-field">
      <legend className="pl-label">{label}</legend>
      <div className="pl-rule__kinds">
        {PERSONAL_KINDS.map((kind) => (
          <CheckField
            key={kind}
            id={`${path}.${kind}`}
            name={`${path}.${kind}`}
            value="yes"
            label={t("masking.kind", { kind })}
            defaultChecked={values[`${path}.${kind}`] === "yes"}
          />
        ))}
      </div>
    </fieldset>
  );
}
