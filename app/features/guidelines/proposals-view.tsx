import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Diff } from "#app/ui/diff.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { RevisionList } from "#app/ui/revision-list.tsx";
import { Time } from "#app/ui/time.tsx";
import type { GuidelineVersion, ProposalLine } from "./get-proposals.server.ts";
import { GUIDELINE_LIMITS } from "./guideline-forms.ts";
import { nameOf, troubles, type Failure } from "./proposal-parts.ts";

type Props = { lines: ProposalLine[]; draft: string | null; failure: Failure | null };

/** All proposals, and the form for a new one. */
export function ProposalsView({ lines, draft, failure }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <PageHead
        title={t("guidelines.proposalsTitle")}
        lead={t("guidelines.proposalsLead")}
        actions={
          <ButtonLink href="/guidelines/history" size="sm">
            {t("guidelines.historyTitle")}
          </ButtonLink>
        }
      />
      {lines.length === 0 ? (
        <Empty title={t("guidelines.none")}>{t("guidelines.noneText")}</Empty>
      ) : (
        <RevisionList
          items={lines.map((line) => ({
            key: String(line.id),
            title: (
              <a href={`/guidelines/proposals/${line.id}`} dir="auto">
                {line.summary}
              </a>
            ),
            note: t(`guidelines.state.${line.state}`),
            children: (
              <p className="pl-meta">
                {t("guidelines.lineBy", { name: nameOf(t, line.author), when: line.at.text })}
                {" · "}
                {t("guidelines.votes", { yes: line.yes, no: line.no })}
              </p>
            ),
          }))}
        />
      )}
      {draft === null ? null : <ProposeForm draft={draft} failure={failure} />}
    </div>
  );
}

function ProposeForm({ draft, failure }: { draft: string; failure: Failure | null }) {
  const t = useT();
  return (
    <section aria-labelledby="propose">
      <SectionHead id="propose" title={t("guidelines.proposeTitle")} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure)} />
        <TextField
          id="summary"
          name="summary"
          label={t("guidelines.summary")}
          error={failure?.fields.summary}
          defaultValue={failure?.values.summary}
          required
          maxLength={GUIDELINE_LIMITS.summary}
          dir="auto"
        />
        <TextAreaField
          id="markdown"
          name="markdown"
          label={t("guidelines.text")}
          hint={t("guidelines.textHint")}
          error={failure?.fields.markdown}
          defaultValue={failure?.values.markdown ?? draft}
          rows={16}
          required
          maxLength={GUIDELINE_LIMITS.markdown}
          dir="auto"
        />
        <div>
          <Button variant="primary">{t("guidelines.propose")}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Every version of the guidelines, with what changed, the votes and who ratified it. */
export function GuidelineHistoryView({ versions }: { versions: GuidelineVersion[] }) {
  const t = useT();
  const words = { added: t("history.added"), removed: t("history.removed") };
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <div>
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: "/guidelines", label: t("common.guidelines") }]}
        />
        <PageHead
          title={t("guidelines.historyTitle")}
          actions={
            <ButtonLink href="/guidelines/proposals" size="sm">
              {t("guidelines.proposalsTitle")}
            </ButtonLink>
          }
        />
      </div>
      {versions.length === 0 ? (
        <Empty title={t("guidelines.unchanged")}>{t("guidelines.unchangedText")}</Empty>
      ) : (
        <RevisionList
          items={versions.map((version) => ({
            key: String(version.number),
            title: t("guidelines.version", { number: version.number }),
            note: version.number === 1 ? t("guidelines.first") : <Time {...version.at} />,
            children: (
              <>
                {version.number === 1 ? null : (
                  <p className="pl-meta">
                    {t("guidelines.ratifiedBy", { name: nameOf(t, version.by) })}
                    {" · "}
                    {t("guidelines.votes", { yes: version.yes, no: version.no })}{" "}
                    {version.proposalId === null ? null : (
                      <a href={`/guidelines/proposals/${version.proposalId}`}>
                        {t("guidelines.toProposal")}
                      </a>
                    )}
                  </p>
                )}
                <Diff segments={version.diff} words={words} />
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}
