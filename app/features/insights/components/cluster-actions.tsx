import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import type { ClusterView } from "../cluster-view.ts";

export type FoundThread = { id: number; title: string; href: string };

export type ClusterFailure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
} | null;

type Props = {
  cluster: ClusterView;
  days: number;
  staff: { id: number; name: string }[];
  /** What was searched for a thread to link; `null` when nothing was. */
  find: { words: string; threads: FoundThread[] } | null;
  failure: ClusterFailure;
};

function AssignForm({ cluster, staff, failure }: Pick<Props, "cluster" | "staff" | "failure">) {
  const t = useT();
  return (
    <Form method="post">
      <SelectField
        key={cluster.assignee?.id ?? 0}
        id="assignee"
        name="member"
        label={t("lookedFor.assignee")}
        error={failure?.fields.member}
        defaultValue={cluster.assignee?.id ?? ""}
        options={[
          { value: "", label: t("lookedFor.nobody") },
          ...staff.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Button name="intent" value="assign">
        {t("lookedFor.assign")}
      </Button>
      <Button name="intent" value="assignMe">
        {t("lookedFor.assignMe")}
      </Button>
    </Form>
  );
}

function AnswerForm({ failure }: Pick<Props, "failure">) {
  const t = useT();
  return (
    <Form method="post">
      <TextField
        id="thread"
        name="thread"
        label={t("lookedFor.thread")}
        error={failure?.fields.thread}
        defaultValue={failure?.values.thread}
        maxLength={300}
        required
      />
      <Button name="intent" value="answer">
        {t("lookedFor.link")}
      </Button>
    </Form>
  );
}

/** A button that says of one thread that it answers the cluster. */
export function AnswersButton({ thread }: { thread: FoundThread }) {
  const t = useT();
  return (
    <Form method="post">
      <input type="hidden" name="thread" value={thread.id} />
      <Button
        name="intent"
        value="answer"
        size="sm"
        aria-label={t("lookedFor.answersNamed", { title: thread.title })}
      >
        {t("lookedFor.answers")}
      </Button>
    </Form>
  );
}

function FindForm({ cluster, days, find }: Pick<Props, "cluster" | "days" | "find">) {
  const t = useT();
  return (
    <>
      <Form method="get">
        <input type="hidden" name="key" value={cluster.key} />
        <input type="hidden" name="days" value={days} />
        <TextField
          id="find"
          name="find"
          label={t("lookedFor.findThreads")}
          defaultValue={find?.words ?? cluster.name}
          maxLength={200}
        />
        <Button>{t("lookedFor.find")}</Button>
      </Form>
      {find && find.threads.length === 0 ? (
        <p className="pl-muted">{t("lookedFor.foundNone")}</p>
      ) : null}
      {find && find.threads.length > 0 ? (
        <ul className="pl-clusterlist" aria-label={t("lookedFor.foundThreads")}>
          {find.threads.map((thread) => (
            <li key={thread.id}>
              <a className="pl-name" dir="auto" href={thread.href}>
                {thread.title}
              </a>
              <AnswersButton thread={thread} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What staff can do about a query: somebody for it, an answer, words, and that it is solved. */
export function ClusterActions({ cluster, days, staff, find, failure }: Props) {
  const t = useT();
  const { state, name } = cluster;
  const address = (path: string, field: string) =>
    `${path}?${new URLSearchParams({ [field]: name }).toString()}`;
  const settled = state === "solved" || state === "back" || state === "answered";
  return (
    <section aria-labelledby="actions">
      <SectionHead id="actions" title={t("lookedFor.actions")} />
      <div className="pl-clusterforms">
        <AssignForm cluster={cluster} staff={staff} failure={failure} />
        {state === "solved" ? null : (
          <>
            <AnswerForm key={failure?.error ?? ""} failure={failure} />
            <FindForm cluster={cluster} days={days} find={find} />
          </>
        )}
        <Actions>
          <ButtonLink href={address("/staff/search/pins", "query")} icon="pin">
            {t("lookedFor.pin")}
          </ButtonLink>
          <ButtonLink href={address("/staff/search/words", "words")} icon="plus">
            {t("lookedFor.synonym")}
          </ButtonLink>
          <ButtonLink href={address("/ask", "title")} icon="edit">
            {t("lookedFor.start")}
          </ButtonLink>
        </Actions>
        <Form method="post">
          {state === "solved" ? null : (
            <Button name="intent" value="solve" variant="primary" icon="solved">
              {t("lookedFor.markSolved")}
            </Button>
          )}
          {settled ? (
            <Button name="intent" value="reopen" icon="undo">
              {t("lookedFor.reopen")}
            </Button>
          ) : null}
        </Form>
      </div>
    </section>
  );
}
