import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { failureOf, troubles, type Failure } from "./form-failure.ts";
import { PROGRAMME_LIMITS } from "./programme-forms.ts";

type Props = { intent: "nominate" | "invite"; failure: Failure | null };

/** Names a member by handle, with a reason: to nominate or, for staff, to invite them. */
export function NominateForm({ intent, failure }: Props) {
  const t = useT();
  const mine = failureOf(failure, intent);
  const inviting = intent === "invite";
  const field = (name: string) => ({
    id: `${intent}-${name}`,
    name,
    error: mine?.fields[name],
    defaultValue: mine?.values[name],
  });
  return (
    <section aria-labelledby={intent}>
      <SectionHead
        id={intent}
        title={t(inviting ? "programme.inviteTitle" : "programme.nominateTitle")}
      />
      <Form method="post" className="pl-fields" key={mine ? "again" : "new"}>
        <FormError title={mine?.error ?? ""} errors={troubles(mine, intent)} />
        {inviting ? null : <p className="pl-muted">{t("programme.nominateText")}</p>}
        <input type="hidden" name="intent" value={intent} />
        <TextField
          {...field("handle")}
          label={t("programme.handle")}
          required
          maxLength={60}
          autoCapitalize="none"
        />
        <TextField
          {...field("reason")}
          label={t(inviting ? "programme.inviteReason" : "programme.reason")}
          required
          maxLength={PROGRAMME_LIMITS.reason}
        />
        <div>
          <Button>{t(inviting ? "programme.invite" : "programme.nominate")}</Button>
        </div>
      </Form>
    </section>
  );
}
