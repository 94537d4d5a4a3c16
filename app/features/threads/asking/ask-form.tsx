import { Form, useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import type { MessageKey } from "#app/i18n/translate.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PickField, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DraftKeeper } from "../components/draft-keeper.tsx";
import type { Failure } from "../components/reply-form.tsx";
import { useFormKey } from "../components/use-form-key.ts";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import { RichComposer } from "../editor/rich-composer.tsx";
import type { AskForm as AskFormView } from "../get-ask-form.server.ts";
import { askErrors } from "./ask-errors.ts";
import type { Personal } from "./find-personal.ts";
import { withTag } from "./show-again.ts";
import { SimilarThreads } from "./similar-threads.tsx";
import { SpaceFields } from "./space-fields.tsx";
import { SuggestedSpace, SuggestedTags } from "./suggested-place.tsx";
import type { Suggestions } from "./suggest-place.server.ts";
import type { useQuestion } from "./use-question.ts";

type Props = {
  ask: AskFormView;
  /** What stands in the form at first, by name. */
  start: Record<string, string>;
  watched: ReturnType<typeof useQuestion>;
  suggestions: Suggestions;
  personal: Personal[];
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

/** The form to ask with; works without JavaScript and keeps what was typed. */
export function AskForm(props: Props) {
  const { ask, start, watched, failure, draftKey, draft } = props;
  const t = useT();
  const formKey = useFormKey(props.idempotencyKey, failure !== null);
  const busy = useNavigation().state === "submitting";
  const errors = askErrors(failure, ask.fields[watched.space] ?? []);
  const { form } = watched;
  useEffect(() => {
    if (!failure) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]:not([hidden])");
    (wrong ?? form.current?.querySelector<HTMLElement>(".pl-formerror"))?.focus();
  }, [failure, form]);
  return (
    <Form
      method="post"
      action="/ask"
      className="pl-form"
      key={formKey}
      ref={form}
      onInput={watched.onInput}
    >
      <noscript>
        {/* What the Enter key presses: the buttons that only show the form again come before it. */}
        <button type="submit" className="pl-hide" tabIndex={-1} aria-hidden="true">
          {t("ask.submit")}
        </button>
      </noscript>
      <Verify verified={ask.verified} />
      <FormError title={t("common.formProblem", { count: errors.length })} errors={errors} />
      {ask.owner === null ? (
        <Notice state="open">{t("draft.guest")}</Notice>
      ) : (
        <input type="hidden" name="idempotencyKey" value={failure?.nextKey ?? formKey} />
      )}
      <PickField
        name="kind"
        legend={t("ask.kind")}
        error={failure?.fields.kind}
        value={start.kind}
        options={ask.kinds.map((kind) => ({
          value: kind,
          label: t(KIND_KEYS[kind]),
          hint: t(`${KIND_KEYS[kind]}Hint` as MessageKey),
        }))}
      />
      <Texts {...props} />
      <Places {...props} />
      <FormEnd>
        <Button variant="primary" size="lg" disabled={busy}>
          {t(ask.owner === null ? "draft.guestSubmit" : "ask.submit")}
        </Button>
      </FormEnd>
      <DraftKeeper
        draftKey={draftKey}
        draft={draft}
        owner={ask.owner}
        failed={failure !== null}
        onRestored={watched.onRestored}
      />
    </Form>
  );
}

function Verify({ verified }: { verified: boolean }) {
  const t = useT();
  if (verified) return null;
  const action = (
    <ButtonLink href="/verify" size="sm">
      {t("community.verifyAction")}
    </ButtonLink>
  );
  return (
    <Notice state="open" action={action}>
      {t("compose.verify")}
    </Notice>
  );
}

/** Without JavaScript the browser brings the first control in question into view. */
function startsOn(failure: Failure, name: string): { autoFocus?: true } {
  return Object.keys(failure?.fields ?? {})[0] === name ? { autoFocus: true } : {};
}

function Texts({ start, watched, suggestions, personal, failure }: Props) {
  const t = useT();
  const wrong = failure?.fields ?? {};
  const asks = watched.kind === "question";
  return (
    <>
      <div>
        <TextField
          id="ask-title"
          name="title"
          label={t("ask.titleLabel")}
          hint={t("ask.titleHint")}
          error={wrong.title}
          defaultValue={start.title}
          large
          required
          minLength={10}
          maxLength={150}
          dir="auto"
          {...startsOn(failure, "title")}
        />
        <SimilarThreads threads={suggestions.similar} />
      </div>
      <RichComposer
        id="ask-body"
        name="body"
        label={t(asks ? "ask.happensLabel" : "ask.bodyLabel")}
        hideLabel={false}
        placeholder={t("ask.bodyPlaceholder")}
        privacy={t("compose.privacy")}
        warning={personal[0] ? t("ask.personal", { kind: personal[0] }) : undefined}
        hint={t("compose.markdown")}
        error={wrong.body}
        defaultValue={start.body}
        rows={8}
        required
        maxLength={20_000}
      />
      {asks || start.tried || wrong.tried ? (
        <TextAreaField
          id="ask-tried"
          name="tried"
          label={t("ask.triedLabel")}
          optional={t("common.optional")}
          hint={t("ask.triedHint")}
          error={wrong.tried}
          defaultValue={start.tried}
          rows={4}
          maxLength={5_000}
          dir="auto"
          {...startsOn(failure, "tried")}
        />
      ) : null}
    </>
  );
}

/** Sets a control as if somebody had typed in it. */
function typeInto(form: HTMLFormElement | null, id: string, value: string): void {
  const control = form?.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (!control) return;
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  // The button that was pressed goes away.
  control.focus();
}

function Places({ ask, start, watched, suggestions, failure }: Props) {
  const t = useT();
  const wrong = failure?.fields ?? {};
  const { space, question } = watched;
  const live = question !== null;
  const tags = question?.tags ?? start.tags ?? "";
  const guess = suggestions.space?.slug === space ? null : suggestions.space;
  const often = new Intl.ListFormat(t.locale, { type: "unit", style: "short" });
  return (
    <>
      <div>
        <SelectField
          id="ask-space"
          name="spaceSlug"
          label={t("ask.space")}
          error={wrong.spaceSlug}
          defaultValue={start.spaceSlug}
          // Where no script can guess, the server does when nothing was chosen.
          required={live}
          options={[
            { value: "", label: t("ask.spaceChoose") },
            ...ask.spaces.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          {...startsOn(failure, "spaceSlug")}
        />
        <SuggestedSpace
          space={guess}
          live={live}
          onTake={(slug) => typeInto(watched.form.current, "ask-space", slug)}
        />
        {Object.keys(ask.fields).length > 0 ? (
          <noscript>
            <div className="pl-suggested">
              <button type="submit" className="pl-btn pl-btn--sm" name="showFields" formNoValidate>
                {t("ask.showFields")}
              </button>
            </div>
          </noscript>
        ) : null}
      </div>
      <SpaceFields
        key={space}
        fields={ask.fields[space] ?? []}
        typed={watched.details.current}
        wrong={wrong}
      />
      <div>
        <TextField
          id="ask-tags"
          name="tags"
          label={t("ask.tags")}
          optional={t("common.optional")}
          hint={t("ask.tagsHint", { tags: often.format(ask.oftenUsedTags) })}
          error={wrong.tags}
          defaultValue={start.tags}
          maxLength={300}
          dir="auto"
          {...startsOn(failure, "tags")}
        />
        <SuggestedTags
          tags={suggestions.tags.filter((tag) => withTag(tags, tag) !== tags)}
          live={live}
          onTake={(tag) => typeInto(watched.form.current, "ask-tags", withTag(tags, tag))}
        />
      </div>
    </>
  );
}
