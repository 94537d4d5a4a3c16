import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormCard, FormEnd } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = { caseId: number; failure: string | null };

/** Asks whether members shall review what is held. */
export function HandOverView({ caseId, failure }: Props) {
  const t = useT();
  return (
    <FormCard title={t("review.handOverTitle")} lead={t("review.handOverText")}>
      {failure ? (
        <Notice state="danger" alert>
          {failure}
        </Notice>
      ) : null}
      <Form method="post">
        <FormEnd>
          <ButtonLink href={`/staff/desk?case=${caseId}`}>{t("common.cancel")}</ButtonLink>
          <Button variant="primary">{t("review.handOver")}</Button>
        </FormEnd>
      </Form>
    </FormCard>
  );
}
