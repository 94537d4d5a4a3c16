import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import type { ProposePage } from "./propose.server.ts";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };
type Props = { page: ProposePage; refused: Refused | null };

/** Proposes to close a thread, or that another question answers it. */
export function ProposeView({ page, refused }: Props) {
  const t = useT();
  const own = (what: string) => (refused?.values.what === what ? refused : null);
  const field = (what: string, name: string) => ({
    id: name,
    name,
    error: own(what)?.fields[name],
    defaultValue: own(what)?.values[name],
  });
  return (
    <FormCard title={t("review.proposeTitle")} lead={t("review.proposeLead")}>
      {refused ? (
        <Notice state="danger" alert>
          {refused.error}
        </Notice>
      ) : null}
      <p dir="auto">
        <b>{page.title}</b>
      </p>
      {page.duplicate ? (
        <Form method="post" className="pl-fields">
          <SectionHead flush title={t("review.proposeDuplicate")} />
          <input type="hidden" name="what" value="duplicate" />
          <TextField {...field("duplicate", "target")} label={t("powers.target")} dir="ltr" />
          <div>
            <Button>{t("review.propose")}</Button>
          </div>
        </Form>
      ) : null}
      <Form method="post" className="pl-fields">
        <SectionHead flush title={t("review.proposeClose")} />
        <input type="hidden" name="what" value="close" />
        <TextAreaField
          {...field("close", "reason")}
          label={t("review.proposeWhy")}
          hint={t("review.proposeWhyHint")}
          rows={2}
          maxLength={300}
          dir="auto"
        />
        <div>
          <Button>{t("review.propose")}</Button>
        </div>
      </Form>
      <div>
        <ButtonLink href={page.href}>{t("common.cancel")}</ButtonLink>
      </div>
    </FormCard>
  );
}
