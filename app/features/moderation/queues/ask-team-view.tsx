import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

type Props = {
  thread: { title: string; href: string; asked: boolean };
  failure: { error: string; fields: Record<string, string>; values: Record<string, string> } | null;
};

/** Where whoever asked brings the question to the brand's own team. */
export function AskTeamView({ thread, failure }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: thread.href, label: thread.title },
        ]}
      />
      <PageHead title={t("queues.askTeam")} lead={t("queues.askTeamLead")} />
      {thread.asked ? (
        <Notice
          state="solved"
          action={
            <ButtonLink href={thread.href} size="sm">
              {t("queues.backToThread")}
            </ButtonLink>
          }
        >
          {t("queues.asked")}
        </Notice>
      ) : (
        <Form method="post" className="pl-form">
          <FormError
            title={t("common.formProblem", { count: 1 })}
            errors={failure ? [{ fieldId: "ask-team", message: failure.error }] : []}
          />
          <TextAreaField
            id="ask-team"
            name="text"
            label={t("queues.askTeamText")}
            optional={t("common.optional")}
            hint={t("queues.askTeamHint")}
            error={failure?.fields.text}
            defaultValue={failure?.values.text}
            rows={4}
            maxLength={500}
            dir="auto"
          />
          <FormEnd>
            <ButtonLink href={thread.href}>{t("common.cancel")}</ButtonLink>
            <Button variant="primary">{t("queues.askTeamSend")}</Button>
          </FormEnd>
        </Form>
      )}
    </div>
  );
}
