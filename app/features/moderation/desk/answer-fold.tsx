import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, TextAreaField } from "#app/ui/field.tsx";
import type { DeskFailure } from "./desk-failure.ts";
import type { OpenCase } from "./desk-page.ts";

type Props = { open: OpenCase; answerKey: string; failure: DeskFailure | null };

/** Answers in public, and closes the case. */
export function AnswerFold({ open, answerKey, failure }: Props) {
  const t = useT();
  const question = open.subject.kind === "thread" && open.thread?.kind === "question";
  return (
    <details
      className="pl-fold"
      open={failure !== null || open.queue === "unanswered" || open.queue === "wants_staff"}
    >
      <summary>{t("desk.answer")}</summary>
      <Form method="post" className="pl-fields" preventScrollReset>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="case" value={open.id} />
        <input type="hidden" name="lastSeen" value={open.lastSeen ?? ""} />
        <input type="hidden" name="key" value={failure?.values.key ?? answerKey} />
        <TextAreaField
          id="staff-answer"
          name="answer"
          label={t("desk.answerLabel")}
          hint={t("desk.answerHint")}
          error={failure ? (failure.fields.answer ?? failure.error) : undefined}
          defaultValue={failure?.values.answer}
          rows={5}
          required
          maxLength={20_000}
          dir="auto"
        />
        {question ? (
          <CheckField
            id="staff-official"
            name="official"
            value="yes"
            label={t("desk.answerOfficial")}
            defaultChecked={failure ? failure.values.official === "yes" : true}
          />
        ) : null}
        <div>
          <Button size="sm">{t("desk.answerSend")}</Button>
        </div>
      </Form>
    </details>
  );
}
