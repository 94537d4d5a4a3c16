import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Diff } from "#app/ui/diff.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { RevisionList } from "#app/ui/revision-list.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ProposalPage } from "./get-proposals.server.ts";
import { GUIDELINE_LIMITS } from "./guideline-forms.ts";
import { nameOf, troubles, type Failure } from "./proposal-parts.ts";

type Props = { page: ProposalPage; failure: Failure | null };

/** One proposal: what it changes, the votes, what is said, the decision. */
export function ProposalView({ page, failure }: Props) {
  const t = useT();
  const words = { added: t("history.added"), removed: t("history.removed") };
  const { decision } = page;
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <div>
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: "/guidelines/proposals", label: t("guidelines.proposalsTitle") }]}
        />
        <PageHead
          title={page.summary}
          lead={t("guidelines.lineBy", { name: nameOf(t, page.author), when: page.at.text })}
        />
      </div>
      <FormError title={failure?.error ?? ""} errors={troubles(failure)} />
      {decision ? (
        <Notice
          state={page.state === "ratified" ? "solved" : "open"}
          title={t(`guidelines.state.${page.state}`)}
        >
          {t("guidelines.lineBy", { name: nameOf(t, decision.by), when: decision.at.text })}{" "}
          <span dir="auto">{decision.note}</span>
        </Notice>
      ) : null}
      {page.behind ? <Notice state="issue">{t("guidelines.behind", page.behind)}</Notice> : null}
      <section aria-labelledby="change">
        <SectionHead id="change" title={t("guidelines.change")} />
        <Diff segments={page.diff} words={words} />
      </section>
      {page.may.rebase ? <RebaseForm page={page} failure={failure} /> : null}
      <Votes page={page} />
      <Comments page={page} failure={failure} />
      {page.may.ratify ? <Decide failure={failure} /> : null}
    </div>
  );
}

function RebaseForm({ page, failure }: Props) {
  const t = useT();
  return (
    <Form method="post" className="pl-fields">
      <input type="hidden" name="intent" value="rebase" />
      <TextAreaField
        id="markdown"
        name="markdown"
        label={t("guidelines.text")}
        hint={t("guidelines.rebaseHint")}
        error={failure?.fields.markdown}
        defaultValue={failure?.values.markdown ?? page.markdown}
        rows={16}
        required
        maxLength={GUIDELINE_LIMITS.markdown}
        dir="auto"
      />
      <div>
        <Button variant="primary">{t("guidelines.rebase")}</Button>
      </div>
    </Form>
  );
}

function Votes({ page }: { page: ProposalPage }) {
  const t = useT();
  const names = (yes: boolean) =>
    page.voters
      .filter((vote) => vote.yes === yes)
      .map(({ person }) => nameOf(t, person))
      .join(", ");
  return (
    <section aria-labelledby="votes">
      <SectionHead
        id="votes"
        title={t("guidelines.votes", { yes: page.yes, no: page.no })}
        end={
          <span className="pl-meta">
            {t(page.voting ? "guidelines.votingUntil" : "guidelines.votedUntil", {
              when: page.voteEnds.title,
            })}
          </span>
        }
      />
      {page.yes > 0 ? (
        <p className="pl-meta" dir="auto">
          {t("guidelines.votedYes", { names: names(true) })}
        </p>
      ) : null}
      {page.no > 0 ? (
        <p className="pl-meta" dir="auto">
          {t("guidelines.votedNo", { names: names(false) })}
        </p>
      ) : null}
      {page.may.vote ? (
        <Form method="post" className="pl-btns">
          <input type="hidden" name="intent" value="vote" />
          <Button name="vote" value="yes" aria-pressed={page.own === true}>
            {t("guidelines.voteYes")}
          </Button>
          <Button name="vote" value="no" aria-pressed={page.own === false}>
            {t("guidelines.voteNo")}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}

function Comments({ page, failure }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="comments">
      <SectionHead id="comments" title={t("guidelines.comments")} />
      <RevisionList
        items={page.said.map(({ id, author, at, text }) => ({
          key: String(id),
          title: <span dir="auto">{nameOf(t, author)}</span>,
          note: <Time {...at} />,
          children: <p dir="auto">{text}</p>,
        }))}
      />
      {page.may.comment ? (
        <Form method="post" className="pl-fields" key={page.said.length}>
          <input type="hidden" name="intent" value="comment" />
          <TextAreaField
            id="comment"
            name="comment"
            label={t("guidelines.comment")}
            error={failure?.fields.comment}
            defaultValue={failure?.values.comment}
            rows={3}
            required
            maxLength={GUIDELINE_LIMITS.comment}
            dir="auto"
          />
          <div>
            <Button>{t("guidelines.commentSend")}</Button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}

function Decide({ failure }: { failure: Failure | null }) {
  const t = useT();
  return (
    <section aria-labelledby="decide">
      <SectionHead id="decide" title={t("guidelines.decide")} />
      <Form method="post" className="pl-btns">
        <input type="hidden" name="intent" value="ratify" />
        <Button variant="primary">{t("guidelines.ratify")}</Button>
      </Form>
      <Form method="post" className="pl-fields">
        <input type="hidden" name="intent" value="decline" />
        <TextField
          id="note"
          name="note"
          label={t("guidelines.declineNote")}
          error={failure?.fields.note}
          defaultValue={failure?.values.note}
          required
          maxLength={GUIDELINE_LIMITS.note}
          dir="auto"
        />
        <div>
          <Button>{t("guidelines.decline")}</Button>
        </div>
      </Form>
    </section>
  );
}
