import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { WORD_LIMITS } from "../words/word-list.ts";
import { useVerdicts } from "./check-fields.tsx";
import type { WordListPage } from "./get-word-list.server.ts";
import type { RulesRefused } from "./rules-view.tsx";
import "./automod.css";

/** Where admins write a list of words. */
export function WordListView({
  page,
  refused,
}: {
  page: WordListPage;
  refused: RulesRefused | null;
}) {
  const t = useT();
  const values: Record<string, string> = refused?.values ?? page.values;
  const found = Object.entries(refused?.fields ?? {});
  const field = (name: string) => ({
    id: name,
    name,
    error: refused?.fields[name],
    defaultValue: values[name],
  });
  return (
    <div className="pl-stack">
      <PageHead
        title={t("automod.listTitle")}
        lead={t("automod.listLead")}
        actions={<ButtonLink href="/staff/automod">{t("automod.back")}</ButtonLink>}
      />
      {page.edits ? null : <p className="pl-meta">{t("automod.readOnly")}</p>}
      <Form method="post" encType="multipart/form-data" className="pl-form pl-narrow">
        {refused ? (
          <FormError
            title={t("common.formProblem", { count: Math.max(1, found.length) })}
            errors={
              found.length > 0
                ? found.map(([fieldId, message]) => ({ fieldId, message }))
                : [{ message: refused.error }]
            }
          />
        ) : null}
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="list" value={page.index ?? ""} />
        <fieldset className="pl-fields" disabled={!page.edits}>
          <TextField {...field("name")} label={t("automod.listName")} maxLength={80} dir="auto" />
          <SelectField {...field("mode")} label={t("automod.verdict")} options={useVerdicts()} />
          <TextAreaField
            {...field("entries")}
            label={t("automod.listEntries")}
            hint={t("automod.listEntriesHint", {
              max: WORD_LIMITS.entries,
              length: WORD_LIMITS.length,
            })}
            rows={16}
            dir="auto"
            spellCheck={false}
          />
        </fieldset>
        {page.edits ? (
          <div className="pl-btns">
            <Button variant="primary" name="do" value="try">
              {t("automod.try")}
            </Button>
            <Button name="do" value="save">
              {t("common.save")}
            </Button>
            {page.index === null ? null : (
              <Button variant="danger" name="do" value="remove">
                {t("automod.listRemove")}
              </Button>
            )}
          </div>
        ) : null}
      </Form>
    </div>
  );
}
