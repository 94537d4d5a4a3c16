import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import type { IdeaForm as IdeaFormView } from "../get-idea-form.server.ts";
import { IDEA_STATUSES } from "../idea-status.ts";
import type { Failure } from "./reply-form.tsx";

type Props = { idea: IdeaFormView; failure: Failure };

/** Where staff say what becomes of an idea, or make it part of another. */
export function IdeaForm({ idea, failure }: Props) {
  const t = useT();
  const status = failure?.values.intent === "status" ? failure : null;
  const merge = failure?.values.intent === "merge" ? failure : null;
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/ideas", label: t("community.ideasTitle") },
          { href: idea.href, label: idea.title },
        ]}
      />
      <PageHead title={t("idea.manageTitle", { title: idea.title })} lead={t("idea.manageLead")} />
      <section className="pl-fields" aria-labelledby="idea-status">
        <SectionHead id="idea-status" title={t("idea.status")} />
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={status ? [{ fieldId: "note", message: status.fields.note ?? status.error }] : []}
        />
        <Form method="post" className="pl-fields">
          <input type="hidden" name="intent" value="status" />
          <SelectField
            id="status"
            name="status"
            label={t("idea.status")}
            defaultValue={status?.values.status ?? idea.status}
            options={IDEA_STATUSES.map((value) => ({ value, label: t(`idea.${value}`) }))}
          />
          <TextAreaField
            id="note"
            name="note"
            label={t("idea.note")}
            hint={t("idea.noteHint")}
            error={status?.fields.note}
            defaultValue={status?.values.note ?? idea.note}
            maxLength={500}
            rows={4}
            dir="auto"
          />
          <FormEnd>
            <ButtonLink href={idea.href}>{t("common.cancel")}</ButtonLink>
            <Button variant="primary">{t("idea.saveStatus")}</Button>
          </FormEnd>
        </Form>
      </section>
      <section className="pl-fields" aria-labelledby="idea-merge">
        <SectionHead id="idea-merge" title={t("idea.mergeTitle")} />
        <p>{t("idea.mergeLead")}</p>
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={merge ? [{ fieldId: "target", message: merge.fields.target ?? merge.error }] : []}
        />
        <Form method="post" className="pl-fields">
          <input type="hidden" name="intent" value="merge" />
          <TextField
            id="target"
            name="target"
            label={t("idea.target")}
            error={merge?.fields.target}
            defaultValue={merge?.values.target}
            required
            maxLength={500}
            dir="ltr"
          />
          <FormEnd>
            <Button variant="danger">{t("idea.merge")}</Button>
          </FormEnd>
        </Form>
      </section>
    </div>
  );
}
