import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { KeyValues } from "#app/ui/stat-list.tsx";
import { Time } from "#app/ui/time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { failureOf, troubles, type Failure } from "./form-failure.ts";
import type { TermPage } from "./get-term-page.server.ts";
import type { TermView } from "./list-terms.server.ts";
import { PROGRAMME_LIMITS } from "./programme-forms.ts";
import { ReportView } from "./report-view.tsx";
import type { SaidKey } from "./said.ts";

type Props = { page: TermPage; said: SaidKey | null; failure: Failure | null };

/** One member of the programme, for staff: term, report, review, history. */
export function TermPageView({ page, said, failure }: Props) {
  const t = useT();
  const { member, terms, report } = page;
  const running = terms[0]?.state === "active" ? terms[0] : null;
  return (
    <div className="pl-stack">
      <div>
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: "/staff/programme", label: t("programme.memberCrumb") }]}
        />
        <PageHead
          title={member.name}
          lead={
            <a href={`/m/${member.handle}`} dir="ltr">
              {`@${member.handle}`}
            </a>
          }
        />
      </div>
      {said ? <Notice state="solved">{t(`programme.said.${said}`)}</Notice> : null}
      {!running && member.superUser ? <Notice state="open">{t("programme.byHand")}</Notice> : null}
      {running ? <Facts page={page} term={running} /> : null}
      {report ? <ReportView report={report} /> : null}
      {running ? (
        <div className="pl-staff__forms">
          <ReviewForm term={running} failure={failure} />
          <div className="pl-stack">
            <MentorForm term={running} failure={failureOf(failure, "mentor")} />
            {page.perks.length > 0 ? (
              <GivePerkForm page={page} term={running} failure={failureOf(failure, "give")} />
            ) : null}
          </div>
        </div>
      ) : null}
      <History page={page} />
    </div>
  );
}

function Facts({ page, term }: { page: TermPage; term: TermView }) {
  const t = useT();
  return (
    <KeyValues
      items={[
        { label: t("programme.from"), value: term.startsOn ? <Time {...term.startsOn} /> : null },
        { label: t("programme.until"), value: term.endsOn ? <Time {...term.endsOn} /> : null },
        {
          label: t("programme.mentor"),
          value: <span dir="auto">{term.mentor?.name ?? t("programme.noMentorYet")}</span>,
        },
        {
          label: t("programme.wordingTitle"),
          value: t(
            term.wordingVersion === page.wordingVersion
              ? "programme.agreedNow"
              : "programme.agreedBefore",
          ),
        },
        ...(page.heldPerks.length > 0
          ? [
              {
                label: t("programme.perkTitle"),
                value: <span dir="auto">{page.heldPerks.join(", ")}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}

function ReviewForm({ term, failure }: { term: TermView; failure: Failure | null }) {
  const t = useT();
  const mine = failureOf(failure, "renew") ?? failureOf(failure, "end");
  return (
    <section aria-labelledby="review">
      <SectionHead id="review" title={t("programme.reviewTitle")} />
      <Form method="post" className="pl-fields">
        <FormError title={mine?.error ?? ""} errors={troubles(mine, "review")} />
        <input type="hidden" name="term" value={term.termId} />
        <TextAreaField
          id="review-note"
          name="note"
          label={t("programme.reviewNote")}
          hint={t("programme.reviewNoteHint")}
          error={mine?.fields.note}
          defaultValue={mine?.values.note}
          rows={3}
          required
          maxLength={PROGRAMME_LIMITS.note}
          dir="auto"
        />
        <div className="pl-btns">
          <Button name="intent" value="renew" variant="primary">
            {t("programme.renew")}
          </Button>
          <Button name="intent" value="end" variant="danger">
            {t("programme.end")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function MentorForm({ term, failure }: { term: TermView; failure: Failure | null }) {
  const t = useT();
  return (
    <section aria-labelledby="mentoring">
      <SectionHead id="mentoring" title={t("programme.mentor")} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "mentor")} />
        <input type="hidden" name="intent" value="mentor" />
        <input type="hidden" name="term" value={term.termId} />
        <TextField
          id="mentor-mentor"
          name="mentor"
          label={t("programme.mentorHandle")}
          hint={t("programme.mentorHint")}
          error={failure?.fields.mentor}
          defaultValue={failure?.values.mentor ?? term.mentor?.handle}
          maxLength={60}
          autoCapitalize="none"
        />
        <div>
          <Button>{t("programme.save")}</Button>
        </div>
      </Form>
    </section>
  );
}

function GivePerkForm(props: { page: TermPage; term: TermView; failure: Failure | null }) {
  const t = useT();
  const { page, term, failure } = props;
  return (
    <section aria-labelledby="give-perk">
      <SectionHead id="give-perk" title={t("programme.perkGive")} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "give")} />
        <input type="hidden" name="intent" value="give" />
        <input type="hidden" name="term" value={term.termId} />
        <SelectField
          id="give-perk-which"
          name="perk"
          label={t("programme.perkWhich")}
          options={page.perks.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <div>
          <Button>{t("programme.perkGiveAction")}</Button>
        </div>
      </Form>
    </section>
  );
}

function History({ page }: { page: TermPage }) {
  const t = useT();
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t("programme.historyTitle")} />
      <Timeline
        steps={page.history.map(({ to, by, at, reason }) => ({
          phase: "done",
          title: t(`programme.state.${to}`),
          note: (
            <span dir="auto">
              {by ? t("programme.historyBy", { name: by.name, when: at.text }) : <Time {...at} />}
              {reason === "" ? "" : ` · ${reason}`}
            </span>
          ),
        }))}
      />
    </section>
  );
}
