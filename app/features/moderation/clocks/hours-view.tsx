import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { WEEKDAYS, type ClockField } from "./field-names.ts";
import type { ClockSettings } from "./get-clock-settings.server.ts";
import { TargetTable } from "./target-table.tsx";
import "./clocks.css";

type Refused = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

type Props = { settings: ClockSettings; saved: boolean; refused: Refused | null };

const SPANS = "9:00–12:30, 13:30–17:00";
const HOLIDAY = "2026-12-25 Christmas Day";

/** Where admins say when the desk works, and what is due when. */
export function HoursView({ settings, saved, refused }: Props) {
  const t = useT();
  const formOf = (form: string) => {
    const own = refused?.values.do === form ? refused : null;
    const field: ClockField = (name) => ({
      id: name,
      name,
      error: own?.fields[name],
      defaultValue: own?.values[name] ?? settings.values[name],
    });
    return { field, own };
  };
  return (
    <div className="pl-stack">
      <PageHead title={t("clocks.title")} lead={t("clocks.lead")} />
      {saved ? <Notice state="solved">{t("clocks.saved")}</Notice> : null}
      <WeekForm {...formOf("hours")} zones={settings.zones} />
      <HolidayForm {...formOf("holidays")} />
      <TargetForm {...formOf("targets")} />
      <QueuesForm {...formOf("queues")} />
    </div>
  );
}

type FormProps = { field: ClockField; own: Refused | null };

function Errors({ own }: { own: Refused | null }) {
  const t = useT();
  if (!own) return null;
  const fields = Object.entries(own.fields);
  // Several fields of the table may need the same: one line leads to the first of them.
  const first = new Map(fields.toReversed().map(([fieldId, message]) => [message, fieldId]));
  const errors = [...first].map(([message, fieldId]) => ({ fieldId, message })).toReversed();
  return (
    <FormError
      title={t("common.formProblem", { count: Math.max(1, fields.length) })}
      errors={errors.length > 0 ? errors : [{ message: own.error }]}
    />
  );
}

function WeekForm({ field, own, zones }: FormProps & { zones: string[] }) {
  const t = useT();
  return (
    <section className="pl-clocks" aria-labelledby="hours">
      <SectionHead flush id="hours" title={t("clocks.hoursTitle")} />
      <Form method="post" className="pl-fields pl-narrow">
        <Errors own={own} />
        <input type="hidden" name="do" value="hours" />
        <SelectField
          {...field("timeZone")}
          label={t("clocks.zone")}
          hint={t("clocks.zoneHint")}
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          dir="ltr"
        />
        <p>{t("clocks.hoursText", { example: SPANS })}</p>
        {WEEKDAYS.map((day) => (
          <TextField
            key={day}
            {...field(`day-${day}`)}
            label={t("clocks.weekday", { day: `d${day}` })}
            maxLength={200}
            dir="ltr"
            autoComplete="off"
          />
        ))}
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

function HolidayForm({ field, own }: FormProps) {
  const t = useT();
  return (
    <section className="pl-clocks" aria-labelledby="days">
      <SectionHead flush id="days" title={t("clocks.holidaysTitle")} />
      <Form method="post" className="pl-fields pl-narrow">
        <Errors own={own} />
        <input type="hidden" name="do" value="holidays" />
        <TextAreaField
          {...field("holidays")}
          label={t("clocks.holidays")}
          hint={t("clocks.holidaysHint", { example: HOLIDAY })}
          rows={8}
          dir="ltr"
          spellCheck={false}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

function TargetForm({ field, own }: FormProps) {
  const t = useT();
  return (
    <section className="pl-clocks">
      <SectionHead flush id="targets" title={t("clocks.targetsTitle")} />
      <Form method="post" className="pl-fields">
        <Errors own={own} />
        <input type="hidden" name="do" value="targets" />
        <p className="pl-narrow">{t("clocks.targetsText", { example: "4:00" })}</p>
        <TargetTable field={field} />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

function QueuesForm({ field, own }: FormProps) {
  const t = useT();
  return (
    <section className="pl-clocks" aria-labelledby="queues">
      <SectionHead flush id="queues" title={t("queues.title")} />
      <Form method="post" className="pl-fields pl-narrow">
        <Errors own={own} />
        <input type="hidden" name="do" value="queues" />
        <TextField
          {...field("unansweredHours")}
          label={t("queues.unansweredHours")}
          hint={t("queues.unansweredHint")}
          inputMode="numeric"
          maxLength={4}
        />
        <TextField
          {...field("incidentCount")}
          label={t("queues.incidentCount")}
          hint={t("queues.incidentHint")}
          inputMode="numeric"
          maxLength={4}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}
