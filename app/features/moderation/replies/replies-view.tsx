import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import type { CannedReply } from "../canned-replies.server.ts";

type Refused = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};
type Props = { replies: CannedReply[]; saved: boolean; refused: Refused | null };

/** What the desk answers again and again, once for all. */
export function RepliesView({ replies, saved, refused }: Props) {
  const t = useT();
  const of = (id: number | "new") => (refused?.values.id === String(id) ? refused : null);
  const isNew = refused !== null && !replies.some(({ id }) => String(id) === refused.values.id);
  return (
    <div className="pl-stack pl-narrow">
      <PageHead
        title={t("replies.title")}
        lead={t("replies.lead", { variables: "{name}, {community}, {agent}" })}
      />
      {saved ? <Notice state="solved">{t("replies.saved")}</Notice> : null}
      {replies.length === 0 ? (
        <Empty title={t("replies.none")} icon="message">
          {t("replies.noneText")}
        </Empty>
      ) : (
        <ul className="pl-list">
          {replies.map((reply) => (
            <li key={reply.id}>
              <details className="pl-fold" open={of(reply.id) !== null}>
                <summary>
                  <span dir="auto">{reply.name}</span>
                </summary>
                <ReplyForm reply={reply} refused={of(reply.id)} />
              </details>
            </li>
          ))}
        </ul>
      )}
      <section className="pl-fields" aria-labelledby="new-reply">
        <SectionHead id="new-reply" title={t("replies.newTitle")} />
        <ReplyForm reply={null} refused={isNew ? refused : null} />
      </section>
    </div>
  );
}

function ReplyForm({ reply, refused }: { reply: CannedReply | null; refused: Refused | null }) {
  const t = useT();
  const id = reply ? String(reply.id) : "new";
  const field = (name: "name" | "text") => ({
    id: `${name}-${id}`,
    name,
    error: refused?.fields[name],
    defaultValue: refused?.values[name] ?? reply?.[name],
    dir: "auto" as const,
    required: true,
  });
  const wrong = Object.entries(refused?.fields ?? {});
  return (
    <Form method="post" className="pl-fields">
      <FormError
        title={t("common.formProblem", { count: Math.max(1, wrong.length) })}
        errors={
          wrong.length > 0
            ? wrong.map(([name, message]) => ({ fieldId: `${name}-${id}`, message }))
            : refused
              ? [{ message: refused.error }]
              : []
        }
      />
      <input type="hidden" name="id" value={id} />
      <TextField {...field("name")} label={t("replies.name")} maxLength={100} />
      <TextAreaField {...field("text")} label={t("replies.text")} rows={4} maxLength={4000} />
      <div className="pl-btns">
        <Button name="do" value="save" variant={reply ? undefined : "primary"}>
          {t(reply ? "common.save" : "replies.add")}
        </Button>
        {reply ? (
          <Button name="do" value="remove" formNoValidate>
            {t("replies.remove")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
