import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import type { Failure } from "../components/reply-form.tsx";

/** "This solved it" could not be taken: what was typed is here, and the way back. */
export function NotClosedView({ failure }: { failure: Failure }) {
  const t = useT();
  const text = failure?.values.body ?? "";
  return (
    <FormCard title={t("ask.solvedFailed")} lead={failure?.error}>
      {text === "" ? null : (
        <TextAreaField
          id="unsent"
          name="body"
          label={t("draft.unsavedText")}
          defaultValue={text}
          rows={8}
          readOnly
          dir="auto"
        />
      )}
      <ButtonLink href="/ask" variant="primary" block>
        {t("ask.barBack")}
      </ButtonLink>
    </FormCard>
  );
}
