import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { RevisionList } from "#app/ui/revision-list.tsx";
import type { Failure } from "../components/reply-form.tsx";
import { MAX_TAGS } from "../typed-tags.ts";
import type { TendedChange, TendForm as TendFormView } from "./get-tend-form.server.ts";

type Props = { thread: TendFormView; failure: Failure };

/** Where members with the power, and who asked, put a thread in order. */
export function TendForm({ thread, failure }: Props) {
  const t = useT();
  const { can } = thread;
  const of = (intent: string) => (failure?.values.intent === intent ? failure : null);
  const [retag, duplicate, move] = [of("retag"), of("duplicate"), of("move")];
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: thread.href, label: thread.title },
        ]}
      />
      <PageHead
        title={t("powers.tendTitle", { title: thread.title })}
        lead={t("powers.tendLead")}
      />
      {can.retag ? (
        <Part intent="retag" title={t("powers.tags")} field="tags" failure={retag}>
          <TextField
            id="tags"
            name="tags"
            label={t("powers.tags")}
            hint={t("powers.tagsHint", { max: MAX_TAGS })}
            error={retag?.fields.tags}
            defaultValue={retag?.values.tags ?? thread.tags}
            maxLength={300}
            dir="auto"
          />
          <Button variant="primary">{t("powers.saveTags")}</Button>
        </Part>
      ) : null}
      {can.markDuplicate ? (
        <Part
          intent="duplicate"
          title={t("powers.duplicateTitle")}
          lead={t("powers.duplicateLead")}
          field="target"
          failure={duplicate}
        >
          <TextField
            id="target"
            name="target"
            label={t("powers.target")}
            error={duplicate?.fields.target}
            defaultValue={duplicate?.values.target}
            required
            maxLength={500}
            dir="ltr"
          />
          <Button>{t("powers.markDuplicate")}</Button>
        </Part>
      ) : null}
      {can.move ? (
        <Part
          intent="move"
          title={t("powers.moveTitle")}
          lead={t("powers.moveLead")}
          field="spaceSlug"
          failure={move}
        >
          <SelectField
            id="spaceSlug"
            name="spaceSlug"
            label={t("powers.space")}
            error={move?.fields.spaceSlug}
            defaultValue={move?.values.spaceSlug ?? thread.spaceSlug}
            options={thread.spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Button>{t("powers.move")}</Button>
        </Part>
      ) : null}
      <Changes changes={thread.changes} />
    </div>
  );
}

type PartProps = {
  intent: string;
  title: string;
  lead?: string;
  /** The one field that can be wrong. */
  field: string;
  failure: Failure;
  children: [field: ReactNode, button: ReactNode];
};

function Part({ intent, title, lead, field, failure, children }: PartProps) {
  const t = useT();
  return (
    <section className="pl-fields" aria-labelledby={`part-${intent}`}>
      <SectionHead id={`part-${intent}`} title={title} />
      {lead ? <p>{lead}</p> : null}
      <FormError
        title={t("common.formProblem", { count: 1 })}
        errors={
          failure ? [{ fieldId: field, message: failure.fields[field] ?? failure.error }] : []
        }
      />
      <Form method="post" className="pl-fields">
        <input type="hidden" name="intent" value={intent} />
        {children[0]}
        <FormEnd>{children[1]}</FormEnd>
      </Form>
    </section>
  );
}

function Changes({ changes }: { changes: TendedChange[] }) {
  const t = useT();
  if (changes.length === 0) return null;
  const list = new Intl.ListFormat(t.locale, { type: "unit", style: "short" });
  const words = ({ kind, before, after }: TendedChange) => {
    const sides = {
      before: before.length === 0 ? t("powers.none") : list.format(before),
      after: after.length === 0 ? t("powers.none") : list.format(after),
    };
    if (kind === "tags") return t("powers.changeTags", sides);
    if (kind === "space") return t("powers.changeSpace", sides);
    if (kind === "pin") return t("powers.changePin", { on: sides.after });
    return t(after.length === 0 ? "powers.changeUndone" : "powers.changeDuplicate", sides);
  };
  return (
    <section className="pl-fields" aria-labelledby="changes">
      <SectionHead id="changes" title={t("powers.changes")} />
      <RevisionList
        items={changes.map((change, index) => ({
          key: String(index),
          title: <span dir="auto">{words(change)}</span>,
          note: t("history.by", {
            name: change.by ?? t("common.formerMember"),
            when: change.at.text,
          }),
        }))}
      />
    </section>
  );
}
