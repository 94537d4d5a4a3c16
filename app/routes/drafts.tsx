import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { detailsOf } from "#app/features/threads/asking/field-details.ts";
import { draftAddress } from "#app/features/threads/drafts/draft-address.server.ts";
import { draftForm } from "#app/features/threads/drafts/draft-form.ts";
import { draftKeyOf } from "#app/features/threads/drafts/draft-key.ts";
import { discardDraft } from "#app/features/threads/drafts/remove-draft.server.ts";
import { saveDraft } from "#app/features/threads/drafts/save-draft.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

export const loader = page(async (ctx) => {
  if (ctx.request.method === "GET") throw redirect("/settings/drafts");
  return null;
});

/** The "Save draft" button of every form, and "Discard" of the list. */
export const action = form(async (ctx, fields) => {
  if (ctx.actor.id !== null) await limit(ctx, "draft", ctx.actor.id);
  const key = draftKeyOf(fields.get("draftKey"));
  if (!key) throw new InvalidError({ draftKey: { key: "error.invalid" } });
  if (fields.has("discard")) {
    await discardDraft(ctx, key);
    return redirect("/settings/drafts?discarded");
  }
  const details = detailsOf(fields);
  await saveDraft(ctx, { ...parseForm(draftForm, fields), details, draftSequence: 0 });
  return redirect(await draftAddress(ctx, key));
});

/** Only when it could not be saved: nobody's text is lost with it. */
export default function UnsavedDraft() {
  const t = useT();
  const failure = useActionData<typeof action>();
  if (!failure || !("ok" in failure)) return null;
  return (
    <FormCard title={t("draft.unsavedTitle")} lead={failure.error}>
      <TextAreaField
        id="unsaved"
        name="body"
        label={t("draft.unsavedText")}
        defaultValue={failure.values.body}
        rows={12}
        readOnly
        dir="auto"
      />
      <ButtonLink href="/sign-in?to=/settings/drafts" variant="primary" block>
        {t("common.signIn")}
      </ButtonLink>
    </FormCard>
  );
}
