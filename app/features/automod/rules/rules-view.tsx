import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, SelectField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { ChangesView } from "./changes-view.tsx";
import { CheckFields, type FieldState } from "./check-fields.tsx";
import type { ListLine, RulesPage } from "./get-rules-page.server.ts";
import { FAILURE_GROUPS, RULES } from "./rule-fields.ts";
import "./automod.css";

/** What a form of the page came back with. */
export type RulesRefused = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

type Props = { page: RulesPage; saved: boolean; refused: RulesRefused | null };

/** Where admins set every check, and moderators read it. */
export function RulesView({ page, saved, refused }: Props) {
  const t = useT();
  const typed = refused && "invisible.mode" in refused.values ? refused : null;
  const state: FieldState = {
    values: typed?.values ?? page.values,
    errors: typed?.fields ?? {},
    hasSecret: page.hasSecret,
  };
  return (
    <div className="pl-stack">
      <PageHead title={t("automod.title")} lead={t("automod.lead")} />
      {saved ? <Notice state="solved">{t("automod.saved")}</Notice> : null}
      {page.edits ? null : <p className="pl-meta">{t("automod.readOnly")}</p>}
      {refused && !typed ? (
        <Notice state="danger" alert>
          {refused.error}
        </Notice>
      ) : null}
      <WordLists lists={page.lists} edits={page.edits} />
      <Form method="post" action="/staff/automod" className="pl-form">
        <Problems refused={typed} />
        <input type="hidden" name="version" value={page.version} />
        <fieldset disabled={!page.edits}>
          {RULES.map((rule) => (
            <CheckFields key={rule.id} rule={rule} state={state} />
          ))}
          <Failures state={state} />
        </fieldset>
        {page.edits ? (
          // The first button is what Enter in a field presses: trying changes nothing.
          <div className="pl-btns">
            <Button variant="primary" name="do" value="try">
              {t("automod.try")}
            </Button>
            <Button name="do" value="save">
              {t("common.save")}
            </Button>
            <span className="pl-meta">{t("automod.tryHint")}</span>
          </div>
        ) : null}
      </Form>
      <ChangesView page={page} />
    </div>
  );
}

function Problems({ refused }: { refused: RulesRefused | null }) {
  const t = useT();
  if (!refused) return null;
  const found = Object.entries(refused.fields).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <FormError
      title={t("common.formProblem", { count: Math.max(1, found.length) })}
      errors={found.length > 0 ? found : [{ message: refused.error }]}
    />
  );
}

function WordLists({ lists, edits }: { lists: ListLine[]; edits: boolean }) {
  const t = useT();
  return (
    <section aria-labelledby="lists">
      <SectionHead
        flush
        id="lists"
        title={t("automod.listsTitle")}
        end={
          edits ? (
            <ButtonLink size="sm" href="/staff/automod/words">
              {t("automod.listNew")}
            </ButtonLink>
          ) : undefined
        }
      />
      {lists.length === 0 ? <p className="pl-muted">{t("automod.listsNone")}</p> : null}
      <ul className="pl-staff__words">
        {lists.map(({ index, name, mode, entries }) => (
          <li key={index}>
            <a href={`/staff/automod/words?list=${index}`} dir="auto">
              {name}
            </a>
            <span className="pl-meta">{t("automod.listLine", { mode, count: entries })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failures({ state: { values, errors } }: { state: FieldState }) {
  const t = useT();
  return (
    <>
      <fieldset className="pl-rule">
        <legend className="pl-h-sec">{t("automod.failureTitle")}</legend>
        <p className="pl-muted">{t("automod.failureText")}</p>
        <div className="pl-rule__row">
          {FAILURE_GROUPS.map((group) => (
            <SelectField
              key={group}
              id={`onFailure.${group}`}
              name={`onFailure.${group}`}
              label={t("automod.failureOf", { group })}
              defaultValue={values[`onFailure.${group}`]}
              error={errors[`onFailure.${group}`]}
              options={["hold", "pass"].map((choice) => ({
                value: choice,
                label: t("automod.choice", { choice }),
              }))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="pl-rule">
        <legend className="pl-h-sec">{t("automod.importsTitle")}</legend>
        <CheckField
          id="imports.openCases"
          name="imports.openCases"
          value="yes"
          label={t("automod.imports")}
          defaultChecked={values["imports.openCases"] === "yes"}
        />
      </fieldset>
    </>
  );
}
