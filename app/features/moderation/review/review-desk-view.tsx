import { Form } from "@remix-run/react";
import type { Translate } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import type { ReviewKind } from "#db/schema-review.ts";
import type { KindFigures, ReviewDesk, ReviewerFigures } from "./get-review-desk.server.ts";
import { settingName, type SettingField } from "./review-forms.ts";
import { REVIEW_KINDS } from "./review-rules.ts";
import { REVIEW_WORDS } from "./review-words.ts";
import "./review.css";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };
type Props = { desk: ReviewDesk; saved: boolean; refused: Refused | null };

/** Where staff say what members review, and see how they do. */
export function ReviewDeskView({ desk, saved, refused }: Props) {
  const t = useT();
  return (
    <div className="pl-stack">
      <PageHead title={t("review.deskTitle")} lead={t("review.deskLead")} />
      {saved ? <Notice state="solved">{t("review.saved")}</Notice> : null}
      <section className="pl-review__figures">
        <SectionHead flush id="by-kind" title={t("review.byKind")} />
        <KindTable rows={desk.kinds} />
      </section>
      <section className="pl-review__figures">
        <SectionHead flush id="by-member" title={t("review.byMember")} />
        {desk.reviewers.length === 0 ? (
          <p className="pl-muted">{t("review.noReviewers")}</p>
        ) : (
          <ReviewerTable rows={desk.reviewers} />
        )}
      </section>
      <Settings desk={desk} refused={refused} />
    </div>
  );
}

function percent(t: Translate, right: number, all: number): string {
  if (all === 0) return "–";
  return new Intl.NumberFormat(t.locale, { style: "percent" }).format(right / all);
}

function durationText(t: Translate, minutes: number | null): string {
  if (minutes === null) return "–";
  const whole = Math.round(minutes);
  if (whole < 60) return t("clocks.minutes", { minutes: whole });
  return t("clocks.hours", { hours: Math.floor(whole / 60), minutes: whole % 60 });
}

function KindTable({ rows }: { rows: KindFigures[] }) {
  const t = useT();
  const count = new Intl.NumberFormat(t.locale);
  return (
    <Table
      caption={t("review.byKind")}
      hideCaption
      columns={[
        { label: t("review.columnKind") },
        { label: t("review.columnOpen"), numeric: true },
        { label: t("review.columnSettled"), numeric: true },
        { label: t("review.columnToStaff"), numeric: true },
        { label: t("review.columnTime"), numeric: true },
        { label: t("review.columnAgreed"), numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.kind,
        cells: [
          t(REVIEW_WORDS[row.kind].title),
          count.format(row.open),
          count.format(row.settled),
          count.format(row.toStaff),
          durationText(t, row.minutes),
          percent(t, row.right, row.right + row.wrong),
        ],
      }))}
    />
  );
}

function ReviewerTable({ rows }: { rows: ReviewerFigures[] }) {
  const t = useT();
  const count = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 });
  const share = (right: number, all: number) =>
    all === 0 ? "–" : t("review.shareOf", { share: percent(t, right, all), count: all });
  return (
    <Table
      caption={t("review.byMember")}
      hideCaption
      columns={[
        { label: t("review.columnMember") },
        { label: t("review.columnVotes"), numeric: true },
        { label: t("review.columnKnown"), numeric: true },
        { label: t("review.columnStaff"), numeric: true },
        { label: t("review.columnWeight"), numeric: true },
        { label: t("review.columnClosed") },
      ]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <a key="who" className="pl-who" href={`/m/${row.handle}`} dir="auto">
            {row.name}
          </a>,
          count.format(row.votes),
          share(row.knownRight, row.known),
          share(row.right, row.judged),
          count.format(row.weight),
          row.closed ?? "–",
        ],
      }))}
    />
  );
}

type FieldsOf = (
  field: SettingField,
  kind: ReviewKind,
) => {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};

function Settings({ desk, refused }: { desk: ReviewDesk; refused: Refused | null }) {
  const t = useT();
  const value = (name: string) => (refused ? (refused.values[name] ?? "") : desk.values[name]);
  const named = (name: string) => ({
    id: name,
    name,
    error: refused?.fields[name],
    defaultValue: value(name),
  });
  const fieldsOf: FieldsOf = (field, kind) => named(settingName(field, kind));
  const problems = Object.entries(refused?.fields ?? {}).map(([fieldId, message]) => ({
    fieldId,
    message,
  }));
  const first = [...new Map(problems.toReversed().map((one) => [one.message, one])).values()];
  return (
    <section className="pl-review__figures" aria-labelledby="settings">
      <SectionHead flush id="settings" title={t("review.settingsTitle")} />
      <Form method="post" className="pl-fields">
        {refused ? (
          <FormError
            title={t("common.formProblem", { count: Math.max(1, first.length) })}
            errors={first.length > 0 ? first.toReversed() : [{ message: refused.error }]}
          />
        ) : null}
        <div className="pl-narrow">
          <TextField
            {...named("day")}
            label={t("review.day")}
            hint={t("review.dayHint")}
            inputMode="numeric"
            dir="ltr"
          />
        </div>
        <div className="pl-review__kinds">
          {REVIEW_KINDS.map((kind) => (
            <KindFields
              key={kind}
              kind={kind}
              on={value(settingName("enabled", kind)) === "yes"}
              fieldsOf={fieldsOf}
              minimums={desk.minimums}
            />
          ))}
        </div>
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

type KindProps = {
  kind: ReviewKind;
  on: boolean;
  fieldsOf: FieldsOf;
  minimums: ReviewDesk["minimums"];
};

function KindFields({ kind, on, fieldsOf, minimums }: KindProps) {
  const t = useT();
  const { defaultValue: _, ...enabled } = fieldsOf("enabled", kind);
  const number = { inputMode: "numeric", dir: "ltr", autoComplete: "off" } as const;
  return (
    <fieldset className="pl-fields pl-panel">
      <legend className="pl-label">{t(REVIEW_WORDS[kind].title)}</legend>
      <CheckField {...enabled} value="yes" defaultChecked={on} label={t("review.enabled")} />
      <SelectField
        {...fieldsOf("minimum", kind)}
        label={t("review.minimum")}
        hint={t("review.minimumHint")}
        options={minimums}
      />
      <TextField {...fieldsOf("needed", kind)} {...number} label={t("review.needed")} />
      <TextField
        {...fieldsOf("share", kind)}
        {...number}
        label={t("review.share")}
        hint={kind === "held" ? t("review.shareHeld") : undefined}
      />
      <TextField {...fieldsOf("known", kind)} {...number} label={t("review.knownShare")} />
    </fieldset>
  );
}
