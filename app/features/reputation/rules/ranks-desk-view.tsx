import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { MOST_RANKS } from "../ranks.ts";
import type { DeskResult } from "./desk-result.ts";
import type { RanksDesk } from "./get-ranks-desk.server.ts";
import { NOTE_LENGTH } from "./point-rules-form.ts";
import { DeskButtons } from "./points-desk-view.tsx";
import { readDraft } from "./rank-draft.ts";
import { RankFields } from "./rank-fields.tsx";
import { RuleHistory } from "./rule-history-view.tsx";
import { TrialReport } from "./trial-view.tsx";

type Props = { desk: RanksDesk; published: number | null; result: DeskResult | null };

/** Where admins change the list of ranks, and moderators read it. */
export function RanksDeskView({ desk, published, result }: Props) {
  const t = useT();
  return (
    <div className="pl-stack">
      <PageHead title={t("rulesDesk.ranksTitle")} lead={t("rulesDesk.ranksLead")} />
      {published !== null && !result ? (
        <Notice state="solved">{t("rulesDesk.published", { version: published })}</Notice>
      ) : null}
      {desk.edits ? <RanksForm desk={desk} result={result} /> : <ReadOnly desk={desk} />}
      <div>
        <SectionHead flush id="figures" title={t("rulesDesk.figuresTitle")} />
        <p className="pl-muted">{t("rulesDesk.figuresLead")}</p>
        <Table
          caption={t("rulesDesk.figuresTitle")}
          hideCaption
          columns={[{ label: t("rulesDesk.columnWrite") }, { label: t("rulesDesk.columnMeans") }]}
          rows={desk.metrics.map(({ name, words }) => ({
            key: name,
            cells: [
              <code key="name" dir="ltr">
                {name}
              </code>,
              words,
            ],
          }))}
        />
      </div>
      <section aria-labelledby="versions">
        <SectionHead flush id="versions" title={t("rulesDesk.versions")} />
        {desk.versions.length > 0 ? (
          <RuleHistory versions={desk.versions} />
        ) : (
          <p className="pl-muted">{t("rules.historyNone")}</p>
        )}
      </section>
    </div>
  );
}

function ReadOnly({ desk }: { desk: RanksDesk }) {
  const t = useT();
  return (
    <>
      <p className="pl-meta">{t("rulesDesk.readOnly")}</p>
      <ol className="pl-revs">
        {desk.ranks.map(({ key, name, asks, formula, powers }) => (
          <li key={key}>
            <h2 className="pl-h-sec" dir="auto">
              {name}
            </h2>
            <p>{asks}</p>
            {formula ? (
              <p>
                <code dir="ltr">{formula}</code>
              </p>
            ) : null}
            {powers.length > 0 ? (
              <ul className="pl-bullets">
                {powers.map((power) => (
                  <li key={power}>{power}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function RanksForm({ desk, result }: { desk: RanksDesk; result: DeskResult | null }) {
  const t = useT();
  const values = result?.values ?? desk.values;
  const draft = readDraft(values);
  return (
    <Form method="post" className="pl-form">
      <FormError title={result?.error ?? ""} errors={result?.troubles ?? []} />
      <input type="hidden" name="replaces" value={desk.version} />
      <input type="hidden" name="figures" value={result?.trial?.figures ?? ""} />
      <button className="pl-hide" name="do" value="try" tabIndex={-1} aria-hidden="true" />
      {draft.map((rank, place) => (
        <RankFields
          key={rank.key}
          {...{ rank, place, last: place === draft.length - 1 }}
          errors={result?.fields ?? {}}
        />
      ))}
      {draft.length < MOST_RANKS ? (
        <div className="pl-btns">
          <Button name="do" value="add" icon="plus" id="add">
            {t("rulesDesk.add")}
          </Button>
        </div>
      ) : null}
      <TextAreaField
        id="note"
        name="note"
        label={t("rulesDesk.fieldNote")}
        hint={t("rulesDesk.noteHint")}
        error={result?.fields.note}
        defaultValue={values.note}
        maxLength={NOTE_LENGTH}
        rows={2}
      />
      {result?.trial ? <TrialReport trial={result.trial} of="ranks" /> : null}
      <DeskButtons path="/staff/ranks" version={desk.version + 1} tried={Boolean(result?.trial)} />
    </Form>
  );
}
