import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckField, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Dots, Hidden } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import type { Failure } from "../components/reply-form.tsx";
import type { DefinedField, FieldsPage } from "./get-fields-page.server.ts";
import { FIELD_KINDS, FIELD_LIMITS } from "./space-field.ts";
import "./ask.css";

type Props = {
  page: FieldsPage;
  /** The field that "Change" was chosen on. */
  change: DefinedField | null;
  saved: boolean;
  failure: Failure;
};

/** What a space asks: the fields in order, those not asked any more, and a form for one. */
export function FieldsView({ page, change, saved, failure }: Props) {
  const t = useT();
  const { space, asked, archived } = page;
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <div>
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: `/s/${space.slug}`, label: space.name }]}
        />
        <PageHead title={t("ask.fieldsTitle", { space: space.name })} lead={t("ask.fieldsLead")} />
      </div>
      {saved ? <Notice state="solved">{t("ask.fieldSaved")}</Notice> : null}
      {failure?.values.arrange ? (
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={[{ message: failure.error }]}
        />
      ) : null}
      {asked.length === 0 ? (
        <Empty title={t("ask.fieldsNone")}>{t("ask.fieldsNoneText")}</Empty>
      ) : (
        <ol className="pl-fieldlist">
          {asked.map((field, index) => (
            <FieldItem
              key={field.id}
              field={field}
              slug={space.slug}
              verbs={[
                ...(index > 0 ? (["up"] as const) : []),
                ...(index < asked.length - 1 ? (["down"] as const) : []),
                "remove",
              ]}
            />
          ))}
        </ol>
      )}
      {change || page.open ? (
        <DefineForm key={change?.id ?? 0} change={change} slug={space.slug} failure={failure} />
      ) : (
        <p className="pl-muted">{t("ask.fieldsFull", { max: FIELD_LIMITS.perSpace })}</p>
      )}
      {archived.length > 0 ? (
        <section aria-labelledby="archived">
          <SectionHead id="archived" title={t("ask.fieldsArchived")} />
          <p className="pl-muted">{t("ask.fieldsArchivedText")}</p>
          <ul className="pl-fieldlist">
            {archived.map((field) => (
              <FieldItem key={field.id} field={field} slug={space.slug} verbs={["restore"]} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const VERBS = {
  up: { key: "ask.fieldUp", icon: "chev-u" },
  down: { key: "ask.fieldDown", icon: "chev-d" },
  remove: { key: "ask.fieldRemove", icon: "trash" },
  restore: { key: "ask.fieldRestore", icon: "undo" },
} as const;

type ItemProps = { field: DefinedField; slug: string; verbs: (keyof typeof VERBS)[] };

function FieldItem({ field, slug, verbs }: ItemProps) {
  const t = useT();
  const asked = !verbs.includes("restore");
  return (
    <li>
      <div>
        <b dir="auto">{field.label}</b>
        <Dots
          items={[
            t("ask.fieldKindName", { kind: field.kind }),
            field.required ? t("ask.fieldRequiredWord") : null,
            t("ask.fieldUses", { count: field.threads }),
          ]}
        />
      </div>
      <Form method="post" className="pl-btns">
        <input type="hidden" name="field" value={field.id} />
        {verbs.map((verb) => (
          <Button
            key={verb}
            name="arrange"
            value={verb}
            size="sm"
            variant="quiet"
            icon={VERBS[verb].icon}
            iconOnly={`${t(VERBS[verb].key)}: ${field.label}`}
          />
        ))}
        {asked ? (
          <ButtonLink href={`/s/${slug}/fields?field=${field.id}#define`} size="sm">
            {t("ask.fieldEdit")} <Hidden>{field.label}</Hidden>
          </ButtonLink>
        ) : null}
      </Form>
    </li>
  );
}

type DefineProps = { change: DefinedField | null; slug: string; failure: Failure };

function DefineForm({ change, slug, failure }: DefineProps) {
  const t = useT();
  const own = failure && !failure.values.arrange ? failure : null;
  const wrong = own?.fields ?? {};
  const typed = own?.values ?? {
    label: change?.label,
    help: change?.help,
    kind: change?.kind,
    options: change?.options.join("\n"),
    required: change?.required ? "yes" : "",
  };
  const errors = Object.entries(wrong).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <section className="pl-fields" aria-labelledby="define">
      <SectionHead
        id="define"
        title={change ? t("ask.fieldChange", { label: change.label }) : t("ask.fieldAdd")}
      />
      <FormError
        title={t("common.formProblem", { count: 1 })}
        errors={own && errors.length === 0 ? [{ message: own.error }] : errors}
      />
      <Form method="post" className="pl-fields">
        {change ? <input type="hidden" name="field" value={change.id} /> : null}
        <TextField
          id="label"
          name="label"
          label={t("ask.fieldLabel")}
          error={wrong.label}
          defaultValue={typed.label}
          required
          maxLength={FIELD_LIMITS.label}
          dir="auto"
        />
        {change ? (
          <input type="hidden" name="kind" value={change.kind} />
        ) : (
          <SelectField
            id="kind"
            name="kind"
            label={t("ask.fieldKind")}
            error={wrong.kind}
            defaultValue={typed.kind}
            options={FIELD_KINDS.map((kind) => ({
              value: kind,
              label: t("ask.fieldKindName", { kind }),
            }))}
          />
        )}
        {!change || change.options.length > 0 ? (
          <TextAreaField
            id="options"
            name="options"
            label={t("ask.fieldOptions")}
            hint={t("ask.fieldOptionsHint")}
            error={wrong.options}
            defaultValue={typed.options}
            rows={5}
            dir="auto"
          />
        ) : null}
        <TextField
          id="help"
          name="help"
          label={t("ask.fieldHelp")}
          optional={t("common.optional")}
          hint={t("ask.fieldHelpHint")}
          error={wrong.help}
          defaultValue={typed.help}
          maxLength={FIELD_LIMITS.help}
          dir="auto"
        />
        <CheckField
          id="required"
          name="required"
          value="yes"
          label={t("ask.fieldRequired")}
          defaultChecked={Boolean(typed.required)}
        />
        <FormEnd>
          {change ? <ButtonLink href={`/s/${slug}/fields`}>{t("common.cancel")}</ButtonLink> : null}
          <Button variant="primary">{t(change ? "ask.fieldSave" : "ask.fieldAdd")}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}
