import { Form, useNavigation } from "@remix-run/react";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { AdviceButton, AdviceNotice, type Advice } from "#app/ui/advice.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { RichComposer } from "../editor/rich-composer.tsx";
import { DraftKeeper } from "./draft-keeper.tsx";
import { useFormKey } from "./use-form-key.ts";

/** What came back from a submit that failed. */
export type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** For the next try: the last one's may be used up. */
  nextKey: string | null;
  /** What to think about before it is posted. */
  advice?: Advice;
} | null;

type Props = {
  id: string;
  action: string;
  /** The post replied to; none for an answer. */
  parentId?: number;
  title: string;
  submit: string;
  idempotencyKey: string;
  failure: Failure;
  draftKey: string;
  draft: DraftView | null;
  /** The member's handle. */
  owner: string | null;
  focus?: boolean;
  /** Markdown to begin with: a quote. */
  begin?: string;
};

/** The box for an answer or a reply; what was typed is there again after a failed submit. */
export function ReplyForm(props: Props) {
  const { id, action, parentId, title, submit, failure, draftKey, draft, owner, focus } = props;
  // A quote that was asked for goes below what was begun.
  const begun = [draft?.body, props.begin].filter(Boolean).join("\n\n");
  const t = useT();
  const formKey = useFormKey(props.idempotencyKey, failure !== null);
  const busy = useNavigation().state === "submitting";
  const name = parentId === undefined ? "answer" : "reply";
  const advice = failure?.advice;
  const message = failure && !advice ? (failure.fields.body ?? failure.error) : undefined;
  const post = (
    <Button variant="primary" disabled={busy}>
      {submit}
    </Button>
  );
  return (
    <section className="pl-reply" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="pl-h-sec" id={`${id}-title`}>
        {title}
      </h2>
      <Form method="post" action={action} key={formKey}>
        <FormError
          title={t("common.formProblem", { count: 1 })}
          errors={message ? [{ fieldId: `${id}-body`, message }] : []}
        />
        <AdviceNotice advice={advice} lead={t("screening.adviceLead")} />
        <input type="hidden" name="intent" value={name} />
        <input type="hidden" name="idempotencyKey" value={failure?.nextKey ?? formKey} />
        {parentId === undefined ? null : <input type="hidden" name="parentId" value={parentId} />}
        <RichComposer
          id={`${id}-body`}
          name="body"
          label={title}
          placeholder={t("compose.placeholder")}
          privacy={t("compose.privacy")}
          hint={t("compose.markdown")}
          defaultValue={failure?.values.body ?? begun}
          takesQuotes
          error={failure?.fields.body}
          required
          maxLength={20_000}
          // The reply box opens because somebody asked for it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focus}
          submit={
            advice ? (
              <div className="pl-btns">
                {post}
                <AdviceButton advice={advice} label={t("screening.postAsItIs")} disabled={busy} />
              </div>
            ) : (
              post
            )
          }
        />
        <DraftKeeper draftKey={draftKey} draft={draft} owner={owner} failed={failure !== null} />
      </Form>
    </section>
  );
}
