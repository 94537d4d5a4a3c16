import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { APPEAL_LENGTH } from "./appeal-form.ts";
import { DecisionFacts } from "./decision-facts.tsx";
import type { AppealPage } from "./get-appeal-page.server.ts";

type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
} | null;

type Props = { page: AppealPage; failure: Failure };

/** A decision for whom it is about, and the form or the state of their appeal. */
export function AppealView({ page, failure }: Props) {
  const t = useT();
  const { decision, state, ends } = page;
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <PageHead
        title={t("telling.appealTitle")}
        lead={state === "open" ? t("telling.appealLead", { when: ends.title }) : undefined}
      />
      <AppealState page={page} />
      <section className="pl-fields" aria-labelledby="decision">
        <SectionHead flush id="decision" title={decision.did} />
        <DecisionFacts decision={decision} />
      </section>
      {/* What was typed stays on the page, whatever became of the appeal meanwhile. */}
      {state === "open" || failure ? (
        <AppealForm failure={failure} open={state === "open"} />
      ) : null}
      <p className="pl-meta">{t("telling.redress")}</p>
    </div>
  );
}

function AppealForm({ failure, open }: { failure: Failure; open: boolean }) {
  const t = useT();
  const problem = failure?.fields.text;
  const errors = failure
    ? [problem ? { fieldId: "text", message: problem } : { message: failure.error }]
    : [];
  return (
    <Form method="post" className="pl-fields">
      <FormError title={failure?.error ?? ""} errors={errors} />
      <TextAreaField
        id="text"
        name="text"
        label={t("telling.appealText")}
        hint={t("telling.appealTextHint", { max: APPEAL_LENGTH })}
        error={problem}
        defaultValue={failure?.values.text}
        required
        maxLength={APPEAL_LENGTH}
        rows={8}
        dir="auto"
      />
      {open ? (
        <FormEnd>
          <Button variant="primary">{t("telling.appealSend")}</Button>
        </FormEnd>
      ) : null}
    </Form>
  );
}

function AppealState({ page: { state, ends } }: { page: AppealPage }) {
  const t = useT();
  switch (state) {
    case "received":
      return (
        <Notice state="open" title={t("telling.appealReceived")}>
          {t("telling.appealReceivedText")}
        </Notice>
      );
    case "upheld":
      return (
        <Notice state="official" title={t("telling.appealUpheld")}>
          {t("telling.appealUpheldText")}
        </Notice>
      );
    case "overturned":
      return (
        <Notice state="solved" title={t("telling.appealOverturned")}>
          {t("telling.appealOverturnedText")}
        </Notice>
      );
    case "undone":
      return (
        <Notice state="solved" title={t("telling.appealUndone")}>
          {t("telling.appealUndoneText")}
        </Notice>
      );
    case "late":
      return (
        <Notice state="open" title={t("telling.appealLate")}>
          {t("telling.appealLateText", { when: ends.title })}
        </Notice>
      );
    default:
      return null;
  }
}
