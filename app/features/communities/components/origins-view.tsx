import { Form } from "@remix-run/react";
import type { TimeText } from "#app/i18n/format-time.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Dots } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import { EXAMPLE_ORIGIN } from "../normalise-origin.ts";

export type OriginView = { origin: string; by: string | null; at: TimeText };

type Props = {
  origins: OriginView[];
  saved: boolean;
  refused: {
    error: string;
    fields: Record<string, string>;
    values: Record<string, string>;
  } | null;
};

/** The sites whose pages may read the community's API, and a form to allow one more. */
export function OriginsView({ origins, saved, refused }: Props) {
  const t = useT();
  const wrong = refused?.fields.origin;
  return (
    <div className="pl-stack pl-page">
      <PageHead title={t("words.originsTitle")} lead={t("words.originsLead")} />
      {saved ? <Notice state="solved">{t("words.originSaved")}</Notice> : null}
      {origins.length === 0 ? (
        <Empty title={t("words.originsNone")}>{t("words.originsNoneText")}</Empty>
      ) : (
        <OriginTable origins={origins} />
      )}
      <section aria-labelledby="allow" className="pl-fields pl-narrow">
        <SectionHead id="allow" title={t("words.originAdd")} />
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={
            refused ? [{ fieldId: wrong ? "origin" : undefined, message: refused.error }] : []
          }
        />
        <Form method="post" className="pl-fields">
          <input type="hidden" name="do" value="allow" />
          <TextField
            id="origin"
            name="origin"
            label={t("words.originField")}
            hint={t("words.originHint", { example: EXAMPLE_ORIGIN })}
            error={wrong}
            defaultValue={refused?.values.origin}
            maxLength={300}
            required
            dir="ltr"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
          />
          <FormEnd>
            <Button variant="primary">{t("words.originGo")}</Button>
          </FormEnd>
        </Form>
      </section>
    </div>
  );
}

function OriginTable({ origins }: { origins: OriginView[] }) {
  const t = useT();
  return (
    <Table
      caption={t("words.originsTitle")}
      hideCaption
      columns={[
        { label: t("words.originColumn") },
        { label: t("words.originSince"), wideOnly: true },
        { label: t("words.columnActions") },
      ]}
      rows={origins.map(({ origin, by, at }) => ({
        key: origin,
        cells: [
          <b key="origin" dir="ltr">
            {origin}
          </b>,
          <Dots
            key="since"
            items={[
              by ? (
                <span key="by" dir="auto">
                  {by}
                </span>
              ) : null,
              <Time key="at" {...at} />,
            ]}
          />,
          <Form key="acts" method="post">
            <input type="hidden" name="do" value="remove" />
            <Button
              name="origin"
              value={origin}
              size="sm"
              variant="quiet"
              icon="trash"
              iconOnly={t("words.originRemove", { origin })}
            />
          </Form>,
        ],
      }))}
    />
  );
}
