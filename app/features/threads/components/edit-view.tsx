import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { AdviceButton, AdviceNotice } from "#app/ui/advice.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { EditForm } from "../get-edit-form.server.ts";
import { RichComposer } from "../editor/rich-composer.tsx";
import { DraftKeeper } from "./draft-keeper.tsx";
import type { Failure } from "./reply-form.tsx";

type Props = { edit: EditForm; failure: Failure; owner: string | null };

/**
 * The page to edit a post on. When somebody else changed it meanwhile, both texts are shown and the
 * next save is against the newer one.
 */
export function EditView({ edit, failure, owner }: Props) {
  const t = useT();
  const typed = failure?.values ?? {};
  const wrong = failure?.fields ?? {};
  const { draft } = edit;
  const begunFrom = failure
    ? Number(typed.baseRevision)
    : (draft?.baseRevision ?? edit.baseRevision);
  const changed = begunFrom !== edit.baseRevision;
  const messages = Object.values(wrong);
  const advice = failure?.advice;
  const errors = failure && !advice ? (messages.length > 0 ? messages : [failure.error]) : [];
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: edit.href, label: edit.threadTitle },
        ]}
      />
      <PageHead title={t(edit.kind === "opening" ? "edit.titleThread" : "edit.title")} />
      <Form method="post" className="pl-form" key={edit.baseRevision}>
        <FormError
          title={t("common.formProblem", { count: errors.length })}
          errors={errors.map((message) => ({ message }))}
        />
        <AdviceNotice advice={advice} lead={t("screening.adviceSaveLead")} />
        <input type="hidden" name="baseRevision" value={edit.baseRevision} />
        {edit.title === null ? null : (
          <TextField
            id="edit-title"
            name="title"
            label={t("edit.titleLabel")}
            error={wrong.title}
            defaultValue={typed.title ?? (draft?.title || edit.title)}
            required
            maxLength={150}
            dir="auto"
          />
        )}
        <RichComposer
          id="edit-body"
          name="body"
          label={t("edit.bodyLabel")}
          hideLabel={false}
          privacy={t("compose.privacy")}
          hint={t("compose.markdown")}
          error={wrong.body}
          defaultValue={typed.body ?? draft?.body ?? edit.body}
          rows={12}
          required
          maxLength={20_000}
        />
        {changed ? (
          <TextAreaField
            id="edit-newer"
            name="newer"
            label={t("edit.conflict")}
            defaultValue={edit.body}
            rows={8}
            readOnly
          />
        ) : null}
        <TextField
          id="edit-reason"
          name="reason"
          label={t("edit.reason")}
          optional={t("common.optional")}
          hint={t("edit.reasonHint")}
          defaultValue={typed.reason}
          maxLength={300}
          dir="auto"
        />
        <FormEnd>
          <ButtonLink href={edit.href}>{t("common.cancel")}</ButtonLink>
          <Button variant="primary">{t("edit.submit")}</Button>
          <AdviceButton advice={advice} label={t("screening.saveAsItIs")} />
        </FormEnd>
        <DraftKeeper
          draftKey={`edit:${edit.postId}`}
          draft={draft}
          owner={owner}
          failed={failure !== null}
        />
      </Form>
    </div>
  );
}
