import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PickField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Split } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Rail, RailCard } from "#app/ui/rail.tsx";
import type { MessageKey } from "#app/i18n/translate.ts";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import type { AskForm } from "../get-ask-form.server.ts";
import { RichComposer } from "../editor/rich-composer.tsx";
import { DraftKeeper } from "./draft-keeper.tsx";
import type { Failure } from "./reply-form.tsx";
import { useFormKey } from "./use-form-key.ts";

type Props = {
  ask: AskForm;
  given: { title: string; space: string; kind: string };
  idempotencyKey: string;
  draftKey: string;
  draft: DraftView | null;
  failure: Failure;
};

const KIND_KEYS = {
  question: "ask.kindQuestion",
  discussion: "ask.kindDiscussion",
  idea: "ask.kindIdea",
  announcement: "ask.kindAnnouncement",
} as const;

function listed(locale: string, names: string[]): string {
  return new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(names);
}

/** A draft → what stands in the form; only what was typed, so that the rest is as given. */
function typedIn(draft: DraftView | null): Record<string, string> {
  if (!draft) return {};
  const { title, body, spaceSlug, tags, kind } = draft;
  const texts = Object.entries({ title, body, spaceSlug, tags, kind });
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

/** The page to ask on: one form, works without JavaScript, keeps what was typed. */
export function AskView(props: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={t("ask.title")} lead={t("ask.lead")} />
      <Split main={<AskFields {...props} />} rail={<Checklist />} />
    </div>
  );
}

function AskFields({ ask, given, draftKey, draft, failure, ...props }: Props) {
  const t = useT();
  const formKey = useFormKey(props.idempotencyKey, failure !== null);
  const busy = useNavigation().state === "submitting";
  const typed = failure?.values ?? typedIn(draft);
  const wrong = failure?.fields ?? {};
  const ids: Record<string, string> = {
    title: "ask-title",
    body: "ask-body",
    spaceSlug: "ask-space",
    tags: "ask-tags",
    kind: "kind-0",
  };
  const fieldErrors = Object.entries(wrong).map(([field, message]) => ({
    fieldId: ids[field],
    message,
  }));
  const errors = fieldErrors.length > 0 ? fieldErrors : failure ? [{ message: failure.error }] : [];
  return (
    <Form method="post" action="/ask" className="pl-form" key={formKey}>
      {ask.verified ? null : (
        <Notice
          state="open"
          action={
            <ButtonLink href="/verify" size="sm">
              {t("community.verifyAction")}
            </ButtonLink>
          }
        >
          {t("compose.verify")}
        </Notice>
      )}
      <FormError title={t("common.formProblem", { count: errors.length })} errors={errors} />
      {ask.owner === null ? (
        <Notice state="open">{t("draft.guest")}</Notice>
      ) : (
        <input type="hidden" name="idempotencyKey" value={failure?.nextKey ?? formKey} />
      )}
      <PickField
        name="kind"
        legend={t("ask.kind")}
        error={wrong.kind}
        value={typed.kind ?? given.kind}
        options={ask.kinds.map((kind) => ({
          value: kind,
          label: t(KIND_KEYS[kind]),
          hint: t(`${KIND_KEYS[kind]}Hint` as MessageKey),
        }))}
      />
      <TextField
        id="ask-title"
        name="title"
        label={t("ask.titleLabel")}
        hint={t("ask.titleHint")}
        error={wrong.title}
        defaultValue={typed.title ?? given.title}
        large
        required
        minLength={10}
        maxLength={150}
        dir="auto"
      />
      <RichComposer
        id="ask-body"
        name="body"
        label={t("ask.bodyLabel")}
        hideLabel={false}
        placeholder={t("ask.bodyPlaceholder")}
        privacy={t("compose.privacy")}
        hint={t("compose.markdown")}
        error={wrong.body}
        defaultValue={typed.body}
        rows={10}
        required
        maxLength={20_000}
      />
      <SelectField
        id="ask-space"
        name="spaceSlug"
        label={t("ask.space")}
        error={wrong.spaceSlug}
        defaultValue={typed.spaceSlug ?? given.space}
        required
        options={[
          { value: "", label: t("ask.spaceChoose") },
          ...ask.spaces.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <TextField
        id="ask-tags"
        name="tags"
        label={t("ask.tags")}
        optional={t("common.optional")}
        hint={t("ask.tagsHint", { tags: listed(t.locale, ask.oftenUsedTags) })}
        error={wrong.tags}
        defaultValue={typed.tags}
        maxLength={300}
        dir="auto"
      />
      <FormEnd>
        <Button variant="primary" size="lg" disabled={busy}>
          {t(ask.owner === null ? "draft.guestSubmit" : "ask.submit")}
        </Button>
      </FormEnd>
      <DraftKeeper draftKey={draftKey} draft={draft} owner={ask.owner} failed={failure !== null} />
    </Form>
  );
}

function Checklist() {
  const t = useT();
  return (
    <Rail label={t("ask.checklistTitle")}>
      <RailCard title={t("ask.checklistTitle")}>
        <ul className="pl-prose pl-prose--sm">
          <li>{t("ask.checklist1")}</li>
          <li>{t("ask.checklist2")}</li>
          <li>{t("ask.checklist3")}</li>
          <li>{t("ask.checklist4")}</li>
        </ul>
      </RailCard>
    </Rail>
  );
}
