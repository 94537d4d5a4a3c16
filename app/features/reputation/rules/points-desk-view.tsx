import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { PickField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { POINT_RULES, type PointRule } from "../point-rules.ts";
import type { DeskResult } from "./desk-result.ts";
import type { PointsDesk } from "./get-points-desk.server.ts";
import { NOTE_LENGTH } from "./point-rules-form.ts";
import { PointTable } from "./point-table.tsx";
import { RuleHistory } from "./rule-history-view.tsx";
import { TrialReport } from "./trial-view.tsx";

type Props = { desk: PointsDesk; published: number | null; result: DeskResult | null };

/** Where admins change what gives points, and moderators read it. */
export function PointsDeskView({ desk, published, result }: Props) {
  const t = useT();
  return (
    <div className="pl-stack">
      <PageHead title={t("rulesDesk.pointsTitle")} lead={t("rulesDesk.pointsLead")} />
      {published !== null && !result ? (
        <Notice state="solved">{t("rulesDesk.published", { version: published })}</Notice>
      ) : null}
      {desk.edits ? (
        <PointsForm desk={desk} result={result} />
      ) : (
        <>
          <p className="pl-meta">{t("rulesDesk.readOnly")}</p>
          <PointTable rules={desk.rules} />
        </>
      )}
      <section aria-labelledby="versions">
        <SectionHead flush id="versions" title={t("rulesDesk.versions")} />
        {desk.versions.length > 0 ? (
          <RuleHistory versions={desk.versions} />
        ) : (
          <p className="pl-muted">{t("rules.historyNone")}</p>
        )}
      </section>
    </div>
  );
}

type FieldOf = (name: string) => {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};

function PointsForm({ desk, result }: { desk: PointsDesk; result: DeskResult | null }) {
  const t = useT();
  const values = result?.values ?? desk.values;
  const field: FieldOf = (name) => ({
    id: name,
    name,
    error: result?.fields[name],
    defaultValue: values[name],
  });
  return (
    <Form method="post" className="pl-form">
      <FormError title={result?.error ?? ""} errors={result?.troubles ?? []} />
      <input type="hidden" name="replaces" value={desk.version} />
      <input type="hidden" name="figures" value={result?.trial?.figures ?? ""} />
      <button className="pl-hide" name="do" value="try" tabIndex={-1} aria-hidden="true" />
      <div className="pl-staff__forms">
        {POINT_RULES.map((rule) => (
          <RulePrices key={rule} rule={rule} field={field} />
        ))}
      </div>
      <PickField
        name="from"
        legend={t("rulesDesk.fieldFrom")}
        value={values.from}
        error={result?.fields.from}
        options={[
          { value: "all", label: t("rulesDesk.fromAll"), hint: t("rulesDesk.fromAllHint") },
          { value: "day", label: t("rulesDesk.fromDay"), hint: t("rulesDesk.fromDayHint") },
        ]}
      />
      <div className="pl-staff__line">
        <TextField {...field("day")} label={t("rulesDesk.fieldDay")} type="date" />
      </div>
      <TextAreaField
        {...field("note")}
        label={t("rulesDesk.fieldNote")}
        hint={t("rulesDesk.noteHint")}
        maxLength={NOTE_LENGTH}
        rows={2}
      />
      {result?.trial ? <TrialReport trial={result.trial} of="points" /> : null}
      <DeskButtons path="/staff/points" version={desk.version + 1} tried={Boolean(result?.trial)} />
    </Form>
  );
}

function RulePrices({ rule, field }: { rule: PointRule; field: FieldOf }) {
  const t = useT();
  return (
    <fieldset className="pl-field">
      <legend className="pl-label">{t(`rules.rule.${rule}`)}</legend>
      <div className="pl-staff__pair">
        <TextField
          {...field(`points-${rule}`)}
          label={t("rulesDesk.fieldPoints")}
          inputMode="numeric"
          required
          maxLength={4}
        />
        <TextField
          {...field(`cap-${rule}`)}
          label={t("rulesDesk.fieldCap")}
          placeholder={t("rulesDesk.capHint")}
          inputMode="numeric"
          maxLength={6}
        />
      </div>
    </fieldset>
  );
}

type DeskButtonsProps = { path: string; version: number; tried: boolean };

/** Trying comes first, and leads to what it says; publishing is there once something was tried. */
export function DeskButtons({ path, version, tried }: DeskButtonsProps) {
  const t = useT();
  return (
    <div className="pl-btns">
      {tried ? (
        <Button variant="primary" name="do" value="publish">
          {t("rulesDesk.publish", { version })}
        </Button>
      ) : null}
      <Button
        variant={tried ? "default" : "primary"}
        name="do"
        value="try"
        formAction={`${path}#trial`}
      >
        {t("rulesDesk.try")}
      </Button>
      <span className="pl-meta">{t("rulesDesk.tryHint")}</span>
    </div>
  );
}
