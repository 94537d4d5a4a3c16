import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { BADGE_LIMITS } from "./badge-forms.ts";
import type { BadgeHolder } from "./get-badge-page.server.ts";

/** What a form of badges came back with. */
export type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** Gives the badge of the page to a member. */
export function GiveBadgeForm({ failure }: { failure: Failure | null }) {
  const t = useT();
  const mine = failure && "handle" in failure.values ? failure : null;
  return (
    <section aria-labelledby="give">
      <h2 className="pl-h-rail" id="give">
        {t("badges.giveTitle")}
      </h2>
      <Form method="post" className="pl-fields">
        <FormError title={mine?.error ?? ""} errors={mine ? troubles(mine) : []} />
        <TextField
          id="handle"
          name="handle"
          label={t("badges.giveTo")}
          error={mine?.fields.handle}
          defaultValue={mine?.values.handle}
          required
          maxLength={60}
          autoCapitalize="none"
        />
        <TextField
          id="reason"
          name="reason"
          label={t("badges.giveReason")}
          hint={t("badges.giveReasonHint")}
          error={mine?.fields.reason}
          defaultValue={mine?.values.reason}
          required
          maxLength={BADGE_LIMITS.reason}
        />
        <Button variant="primary">{t("badges.giveAction")}</Button>
      </Form>
    </section>
  );
}

function troubles({ error, fields }: Failure) {
  const found = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  return found.length > 0 ? found : [{ message: error }];
}

/** Why a badge is taken back, asked on the badge's own page. */
export function TakeBadgeForm({
  holder,
  failure,
}: {
  holder: BadgeHolder;
  failure: Failure | null;
}) {
  const t = useT();
  const mine = failure && "grant" in failure.values ? failure : null;
  return (
    <section className="pl-panel pl-narrow" id="take" aria-labelledby="take-title">
      <h2 className="pl-h-sec" id="take-title">
        {t("badges.takeTitle")}
      </h2>
      <Form method="post" className="pl-fields">
        <FormError title={mine?.error ?? ""} errors={mine ? troubles(mine) : []} />
        <input type="hidden" name="grant" value={holder.grantId} />
        <TextField
          id="take-reason"
          name="reason"
          label={t("badges.takeReason", { name: holder.name })}
          error={mine?.fields.reason}
          required
          maxLength={BADGE_LIMITS.reason}
        />
        <Button variant="danger">{t("badges.take")}</Button>
      </Form>
    </section>
  );
}
