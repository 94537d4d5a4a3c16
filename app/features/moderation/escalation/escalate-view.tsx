import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormCard, FormEnd } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { EscalatePage } from "./get-escalate-page.server.ts";
import { ESCALATION_LIMITS } from "./escalation-rules.ts";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };

/** Passes a case on to the brand’s ticket system. */
export function EscalateView({ page, refused }: { page: EscalatePage; refused: Refused | null }) {
  const t = useT();
  const back = (
    <ButtonLink href={`/staff/desk?case=${page.caseId}`}>{t("common.cancel")}</ButtonLink>
  );
  return (
    <FormCard title={t("escalation.escalateTitle")} lead={t("escalation.escalateText")}>
      {refused && !refused.fields.note ? (
        <Notice state="danger" alert>
          {refused.error}
        </Notice>
      ) : null}
      {page.ready ? (
        <Form method="post" className="pl-fields">
          <TextAreaField
            id="note"
            name="note"
            label={t("escalation.note")}
            hint={t("escalation.noteHint")}
            error={refused?.fields.note}
            defaultValue={refused?.values.note}
            rows={5}
            required
            maxLength={ESCALATION_LIMITS.note}
            dir="auto"
          />
          <FormEnd>
            {back}
            <Button variant="primary">{t("escalation.escalate")}</Button>
          </FormEnd>
        </Form>
      ) : (
        <>
          <Notice state="open">{t("escalation.notSetUp")}</Notice>
          <FormEnd>
            {back}
            {page.maySet ? (
              <ButtonLink href="/staff/escalation">{t("escalation.setUp")}</ButtonLink>
            ) : null}
          </FormEnd>
        </>
      )}
    </FormCard>
  );
}
