import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, PickField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormCard, FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { REPORT_KINDS } from "../report-input.ts";
import type { ReportPage } from "./get-report-page.server.ts";

type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
} | null;

type Props = { page: ReportPage; failure: Failure };

/** Says what is wrong with a post; of illegal content also what the law asks of a notice. */
export function ReportView({ page, failure }: Props) {
  const t = useT();
  const kinds = page.guest ? (["illegal"] as const) : REPORT_KINDS;
  const field = (name: string) => ({
    id: name,
    name,
    error: failure?.fields[name],
    defaultValue: failure?.values[name],
  });
  const problems = Object.entries(failure?.fields ?? {}).map(([name, message]) => ({
    fieldId: name === "kind" ? "kind-0" : name,
    message,
  }));
  return (
    <FormCard title={t("report.title")} lead={t("report.lead")}>
      <FormError
        title={failure?.error ?? ""}
        errors={failure && problems.length === 0 ? [{ message: failure.error }] : problems}
      />
      <blockquote className="pl-panel pl-panel--sunken" dir="auto">
        {page.excerpt}
      </blockquote>
      <Form method="post" className="pl-fields">
        <PickField
          name="kind"
          legend={t("report.kind")}
          error={failure?.fields.kind}
          value={failure?.values.kind ?? kinds[0]}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`report.kind.${kind}`),
          }))}
          required
        />
        <TextAreaField
          {...field("text")}
          label={t("report.text")}
          hint={t("report.textHint")}
          rows={3}
          maxLength={2000}
          dir="auto"
        />
        <fieldset className="pl-fields pl-panel">
          <legend className="pl-label">{t("report.legal")}</legend>
          <p className="pl-muted">{t("report.legalText")}</p>
          <TextField {...field("ground")} label={t("report.ground")} maxLength={300} />
          {page.guest ? (
            <>
              <TextField
                {...field("name")}
                label={t("report.name")}
                maxLength={200}
                autoComplete="name"
              />
              <TextField
                {...field("email")}
                label={t("report.email")}
                type="email"
                maxLength={254}
                autoComplete="email"
              />
            </>
          ) : null}
          <CheckField
            id="goodFaith"
            name="goodFaith"
            value="yes"
            label={t("report.goodFaith")}
            error={failure?.fields.goodFaith}
            defaultChecked={failure?.values.goodFaith === "yes"}
          />
        </fieldset>
        <FormEnd>
          <ButtonLink href={page.back}>{t("common.cancel")}</ButtonLink>
          <Button variant="primary">{t("report.send")}</Button>
        </FormEnd>
      </Form>
    </FormCard>
  );
}

/** Said once it is sent. */
export function ReportSent({ page, hidden }: { page: ReportPage; hidden: boolean }) {
  const t = useT();
  return (
    <FormCard title={t("report.sentTitle")} lead={t("report.sentText")}>
      {hidden ? <p>{t("report.sentHidden")}</p> : null}
      <FormEnd>
        <ButtonLink href={page.back}>{t("report.back")}</ButtonLink>
      </FormEnd>
    </FormCard>
  );
}
