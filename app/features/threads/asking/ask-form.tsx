import { Form, useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import type { MessageKey } from "#app/i18n/translate.ts";
import { AdviceButton, AdviceNotice } from "#app/ui/advice.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PickField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DraftKeeper } from "../components/draft-keeper.tsx";
import { useFormKey } from "../components/use-form-key.ts";
import { DRAFT_FIELDS, writeLocal } from "../drafts/local-drafts.ts";
import { RichComposer } from "../editor/rich-composer.tsx";
import { askErrors } from "./ask-errors.ts";
import { startsOn, type AskFormProps } from "./ask-form-props.ts";
import { AskPlaces } from "./ask-places.tsx";
import { forgetAsking } from "./asking-record.ts";
import { isDetail } from "./field-details.ts";
import { typedIn } from "./show-again.ts";
import { SimilarThreads } from "./similar-threads.tsx";
import { useAsking } from "./use-asking.ts";

const KIND_KEYS = {
  question: "ask.kindQuestion",
  discussion: "ask.kindDiscussion",
  idea: "ask.kindIdea",
  announcement: "ask.kindAnnouncement",
} as const;

/** The form to ask with; works without JavaScript and keeps what was typed. */
export function AskForm(props: AskFormProps) {
  const { ask, start, watched, failure, draftKey, draft, stopped } = props;
  const t = useT();
  const formKey = useFormKey(props.idempotencyKey, failure !== null);
  const once = useAsking({ formKey, draftKey, owner: ask.owner });
  const live = watched.question !== null;
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
      // It may be refused: what is similar then comes up again, and is remembered again.
      onSubmit={(event) => {
        if (!solves(event.nativeEvent)) forgetAsking();
        else if (ask.owner === null) keepTyped(event.currentTarget, draftKey);
      }}
    >
      <noscript>
        {/* What the Enter key presses: the buttons that only show the form again come before it. */}
        <button type="submit" className="pl-hide" tabIndex={-1} aria-hidden="true">
          {t("ask.submit")}
        </button>
      </noscript>
      <input type="hidden" name="once" value={start.once ?? once} />
      {live || start.seen ? <input type="hidden" name="seen" value="1" /> : null}
      {stopped ? (
        <Notice state="solved" title={t("ask.stoppedTitle")}>
          {t("ask.stoppedText")} <a href="#similar-title">{t("ask.stoppedLook")}</a>
        </Notice>
      ) : null}
      <Verify verified={ask.verified} />
      <FormError title={t("common.formProblem", { count: errors.length })} errors={errors} />
      <AdviceNotice advice={failure?.advice} lead={t("screening.adviceLead")} />
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
      <Texts {...props} once={once} />
      <AskPlaces {...props} />
      <FormEnd>
        <Button variant="primary" size="lg" disabled={busy}>
          {t(stopped ? "ask.postAnyway" : ask.owner === null ? "draft.guestSubmit" : "ask.submit")}
        </Button>
        <AdviceButton advice={failure?.advice} label={t("screening.postAsItIs")} disabled={busy} />
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

/** Whether a submit says that something solved it already. */
function solves(event: Event): boolean {
  const by = event instanceof SubmitEvent ? event.submitter : null;
  return by instanceof HTMLButtonElement && by.name === "threadId";
}

/** A guest's last words, which the draft may not hold yet: they can be brought back. */
function keepTyped(form: HTMLFormElement, draftKey: string): void {
  const names: readonly string[] = DRAFT_FIELDS;
  const typed = Object.entries(typedIn(new FormData(form)));
  const values = Object.fromEntries(
    typed.filter(([name]) => names.includes(name) || isDetail(name)),
  );
  writeLocal(null, draftKey, { at: Date.now(), values });
}

/** Goes on with the text after "None of these". */
function focusText(form: HTMLFormElement | null): void {
  const editor = form?.querySelector<HTMLElement>("[contenteditable=true]");
  (editor ?? form?.querySelector<HTMLElement>("#ask-body"))?.focus();
}

function Texts(props: AskFormProps & { once: string }) {
  const { ask, start, watched, suggested, personal, failure } = props;
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
        <SimilarThreads
          suggested={suggested.suggestions}
          looking={suggested.looking}
          live={watched.question !== null}
          stopped={props.stopped}
          asking={{
            once: props.once,
            draftKey: props.draftKey,
            owner: ask.owner,
            title: watched.question?.title ?? start.title ?? "",
          }}
          onNone={() => focusText(watched.form.current)}
        />
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
