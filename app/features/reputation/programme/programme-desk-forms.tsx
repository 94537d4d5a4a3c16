import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { KeyValues } from "#app/ui/stat-list.tsx";
import { troubles, type Failure } from "./form-failure.ts";
import type { PerkView, ProgrammeDesk } from "./get-programme-desk.server.ts";
import { PROGRAMME_LIMITS } from "./programme-forms.ts";

/** The perks there are, and the form for a new one. */
export function PerkForm({ perks, failure }: { perks: PerkView[]; failure: Failure | null }) {
  const t = useT();
  const field = (name: string) => ({
    id: `perk-${name}`,
    name,
    error: failure?.fields[name],
    defaultValue: failure?.values[name],
  });
  return (
    <section aria-labelledby="perks">
      <SectionHead id="perks" title={t("programme.perkTitle")} />
      {perks.length === 0 ? null : (
        <KeyValues
          items={perks.map(({ name, given, left }) => ({
            label: name,
            value: t("programme.perkCounts", { given, left }),
          }))}
        />
      )}
      <Form method="post" className="pl-fields">
        <h3 className="pl-h-rail">{t("programme.perkNew")}</h3>
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "perk")} />
        <input type="hidden" name="intent" value="perk" />
        <TextField {...field("name")} label={t("programme.perkName")} required maxLength={80} />
        <TextField
          {...field("description")}
          label={t("programme.perkDescription")}
          optional={t("programme.optional")}
          maxLength={500}
        />
        <TextAreaField
          {...field("codes")}
          label={t("programme.perkCodes")}
          hint={t("programme.perkCodesHint")}
          rows={4}
          required
          maxLength={PROGRAMME_LIMITS.codes}
          dir="ltr"
          spellCheck={false}
        />
        <div>
          <Button>{t("programme.perkAdd")}</Button>
        </div>
      </Form>
    </section>
  );
}

/** On or off, how long a term lasts, where super users meet, what they agree to. */
export function SettingsForm(props: { desk: ProgrammeDesk; failure: Failure | null }) {
  const t = useT();
  const { failure } = props;
  const { programme, spaces } = props.desk;
  const field = (name: string, now: string) => ({
    id: `settings-${name}`,
    name,
    error: failure?.fields[name],
    defaultValue: failure?.values[name] ?? now,
  });
  return (
    <section aria-labelledby="settings">
      <SectionHead id="settings" title={t("programme.settingsTitle")} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "settings")} />
        <input type="hidden" name="intent" value="settings" />
        <CheckField
          id="settings-active"
          name="active"
          value="yes"
          label={t("programme.setActive")}
          defaultChecked={failure ? failure.values.active === "yes" : programme.active}
        />
        <TextField
          {...field("months", String(programme.termMonths))}
          label={t("programme.setMonths")}
          type="number"
          min={1}
          max={36}
          required
        />
        <SelectField
          {...field("space", String(programme.space?.id ?? ""))}
          label={t("programme.setSpace")}
          hint={t("programme.setSpaceHint")}
          options={[
            { value: "", label: t("programme.setNoSpace") },
            ...spaces.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <TextAreaField
          {...field("wording", programme.wording)}
          label={t("programme.setWording")}
          hint={t("programme.setWordingHint")}
          rows={8}
          maxLength={PROGRAMME_LIMITS.wording}
          dir="auto"
        />
        <div>
          <Button>{t("programme.save")}</Button>
        </div>
      </Form>
    </section>
  );
}
