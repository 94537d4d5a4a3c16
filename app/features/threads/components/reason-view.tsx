import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormCard, FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import type { Failure } from "./reply-form.tsx";

type Props = { back: string; asksReason: boolean; failure: Failure };

/** Asks why, for actions that the author is told the reason of; or says what went wrong. */
export function ReasonView({ back, asksReason, failure }: Props) {
  const t = useT();
  const errors = failure ? [{ message: failure.fields.reason ?? failure.error }] : [];
  if (!asksReason) {
    return (
      <FormCard title={t(failure ? "verb.failed" : "verb.confirm")}>
        <FormError title={t("verb.failed")} errors={errors} />
        <Form method="post">
          <FormEnd>
            <ButtonLink href={back}>{t("verb.back")}</ButtonLink>
            {failure ? null : <Button variant="primary">{t("verb.go")}</Button>}
          </FormEnd>
        </Form>
      </FormCard>
    );
  }
  return (
    <FormCard title={t("reason.title")}>
      <FormError title={t("common.formProblem", { count: 1 })} errors={errors} />
      <Form method="post" className="pl-fields">
        <TextField
          id="reason"
          name="reason"
          label={t("reason.label")}
          hint={t("reason.hint")}
          error={failure?.fields.reason}
          defaultValue={failure?.values.reason}
          required
          maxLength={300}
          dir="auto"
        />
        <FormEnd>
          <ButtonLink href={back}>{t("common.cancel")}</ButtonLink>
          <Button variant="primary">{t("verb.go")}</Button>
        </FormEnd>
      </Form>
    </FormCard>
  );
}
