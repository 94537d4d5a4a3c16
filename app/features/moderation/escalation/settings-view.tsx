import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { DeliveryTable } from "./delivery-table.tsx";
import type { EscalationSettingsPage } from "./get-escalation-settings.server.ts";
import "./escalation.css";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };
type Props = {
  page: EscalationSettingsPage;
  saved: "saved" | "tested" | null;
  /** Shown this once. */
  secret: string | null;
  refused: Refused | null;
};

/** Where admins say where escalations go, and how answers come back. */
export function EscalationSettingsView({ page, saved, secret, refused }: Props) {
  const t = useT();
  const on = page.values.webhookOn || page.values.mailOn;
  return (
    <div className="pl-stack">
      <PageHead title={t("escalation.settingsTitle")} lead={t("escalation.settingsLead")} />
      {saved ? (
        <Notice state="solved">
          {t(saved === "saved" ? "escalation.saved" : "escalation.tested")}
        </Notice>
      ) : null}
      {secret === null ? null : (
        <Notice state="open" title={t("escalation.secretOnce")}>
          <code className="pl-escalation__secret" dir="ltr">
            {secret}
          </code>
        </Notice>
      )}
      <Webhook page={page} refused={refused} />
      <Mail page={page} refused={refused} />
      <Account page={page} refused={refused} />
      <section className="pl-escalation">
        <SectionHead
          flush
          id="deliveries"
          title={t("escalation.deliveries")}
          end={
            on ? (
              <Form method="post">
                <Button name="do" value="test" size="sm">
                  {t("escalation.test")}
                </Button>
              </Form>
            ) : null
          }
        />
        {page.deliveries.length === 0 ? (
          <p className="pl-muted">{t("escalation.noDeliveries")}</p>
        ) : (
          <DeliveryTable rows={page.deliveries} caption={t("escalation.deliveries")} />
        )}
      </section>
    </div>
  );
}

type PartProps = { page: EscalationSettingsPage; refused: Refused | null };

function useOwn({ refused }: PartProps, part: string) {
  const own = refused?.values.do === part ? refused : null;
  const problems = Object.entries(own?.fields ?? {});
  const errors = problems.map(([fieldId, message]) => ({ fieldId, message }));
  const summary = own ? (
    <FormError title={own.error} errors={errors.length > 0 ? errors : [{ message: own.error }]} />
  ) : null;
  return { own, summary };
}

function Webhook(props: PartProps) {
  const t = useT();
  const { own, summary } = useOwn(props, "webhook");
  const { values, hasSecret } = props.page;
  return (
    <section className="pl-escalation" aria-labelledby="webhook">
      <SectionHead flush id="webhook" title={t("escalation.webhookTitle")} />
      <Form method="post" className="pl-fields pl-narrow">
        {summary}
        <input type="hidden" name="do" value="webhook" />
        <p>{t("escalation.webhookText")}</p>
        <CheckField
          id="webhookOn"
          name="webhookOn"
          value="yes"
          label={t("escalation.webhookOn")}
          defaultChecked={own ? own.values.webhookOn === "yes" : values.webhookOn}
        />
        <TextField
          id="webhookUrl"
          name="webhookUrl"
          type="url"
          label={t("escalation.webhookUrl")}
          error={own?.fields.webhookUrl}
          defaultValue={own?.values.webhookUrl ?? values.webhookUrl}
          dir="ltr"
          autoComplete="off"
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
      {hasSecret ? (
        <Form method="post" className="pl-fields pl-narrow">
          <p>{t("escalation.secretText")}</p>
          <div>
            <Button name="do" value="secret">
              {t("escalation.rotate")}
            </Button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}

function Mail(props: PartProps) {
  const t = useT();
  const { own, summary } = useOwn(props, "mail");
  const { values } = props.page;
  return (
    <section className="pl-escalation" aria-labelledby="mail">
      <SectionHead flush id="mail" title={t("escalation.mailTitle")} />
      <Form method="post" className="pl-fields pl-narrow">
        {summary}
        <input type="hidden" name="do" value="mail" />
        <p>{t("escalation.mailText")}</p>
        <CheckField
          id="mailOn"
          name="mailOn"
          value="yes"
          label={t("escalation.mailOn")}
          defaultChecked={own ? own.values.mailOn === "yes" : values.mailOn}
        />
        <TextField
          id="mailTo"
          name="mailTo"
          type="email"
          label={t("escalation.mailTo")}
          error={own?.fields.mailTo}
          defaultValue={own?.values.mailTo ?? values.mailTo}
          dir="ltr"
          autoComplete="off"
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

function Account(props: PartProps) {
  const t = useT();
  const { own, summary } = useOwn(props, "account");
  const { values, accounts } = props.page;
  return (
    <section className="pl-escalation" aria-labelledby="answers">
      <SectionHead flush id="answers" title={t("escalation.answersTitle")} />
      <Form method="post" className="pl-fields pl-narrow">
        {summary}
        <input type="hidden" name="do" value="account" />
        <SelectField
          id="account"
          name="account"
          label={t("escalation.account")}
          hint={t("escalation.accountHint")}
          error={own?.fields.account}
          defaultValue={own?.values.account ?? values.account}
          options={accounts}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}
