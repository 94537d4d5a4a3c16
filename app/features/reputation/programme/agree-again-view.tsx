import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { failureOf, troubles, type Failure } from "./form-failure.ts";
import type { Programme } from "./load-programme.server.ts";
import { TermsText } from "./terms-text.tsx";

/** The terms as they are now, for who agreed to others. */
export function AgreeAgainView(props: { programme: Programme; failure: Failure | null }) {
  const t = useT();
  const { programme } = props;
  const failure = failureOf(props.failure, "agree");
  return (
    <section aria-labelledby="again" className="pl-panel pl-fields">
      <h2 className="pl-h-sec" id="again">
        {t("programme.againTitle")}
      </h2>
      <p>{t("programme.againText")}</p>
      <TermsText text={programme.wording} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "again")} />
        <input type="hidden" name="intent" value="agree" />
        <input type="hidden" name="version" value={programme.wordingVersion} />
        <CheckField
          id="again-agreed"
          name="agreed"
          value="yes"
          label={t("programme.agree")}
          error={failure?.fields.agreed}
        />
        <div>
          <Button variant="primary">{t("programme.againAgree")}</Button>
        </div>
      </Form>
    </section>
  );
}
