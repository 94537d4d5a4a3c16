import { Form } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Dots } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Segments } from "#app/ui/tabs.tsx";
import "../rules/rules.css";
import { WHY_LENGTH } from "./cases-form.ts";
import type { CasesDesk, CaseView } from "./get-cases-desk.server.ts";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };
type Props = { desk: CasesDesk; saved: boolean; refused: Refused | null };

/** Votes that look unfair: what was seen, and staff's word on it. */
export function CasesDeskView({ desk, saved, refused }: Props) {
  const t = useT();
  const tab = (state: CasesDesk["state"], label: string) => ({
    href: state === "open" ? "/staff/votes" : `/staff/votes?state=${state}`,
    label,
    current: desk.state === state,
  });
  return (
    <div className="pl-stack">
      <PageHead title={t("rulesDesk.votesTitle")} lead={t("rulesDesk.votesLead")} />
      {saved ? <Notice state="solved">{t("rulesDesk.decided")}</Notice> : null}
      <div>
        <Segments
          label={t("rulesDesk.casesLabel")}
          items={[
            tab("open", t("rulesDesk.casesOpen")),
            tab("upheld", t("rulesDesk.casesUpheld")),
            tab("dismissed", t("rulesDesk.casesDismissed")),
          ]}
        />
      </div>
      {desk.cases.length === 0 ? (
        desk.state === "open" ? (
          <Empty icon="shield" title={t("rulesDesk.noneOpen")}>
            {t("rulesDesk.noneOpenText")}
          </Empty>
        ) : (
          <Empty icon="shield" title={t("rulesDesk.noneDecided")} />
        )
      ) : null}
      {desk.cases.map((one) => (
        <OneCase
          key={one.id}
          one={one}
          refused={refused?.values.case === String(one.id) ? refused : null}
        />
      ))}
      {desk.next ? (
        <ButtonLink href={`/staff/votes?state=${desk.state}&after=${desk.next}`}>
          {t("rulesDesk.older")}
        </ButtonLink>
      ) : null}
      <p className="pl-meta">{t("rulesDesk.yourCases")}</p>
    </div>
  );
}

function OneCase({ one, refused }: { one: CaseView; refused: Refused | null }) {
  const t = useT();
  const id = `case-${one.id}`;
  return (
    <section aria-labelledby={id} className="pl-fields">
      <SectionHead
        flush
        id={id}
        title={t(`fairness.kind.${one.kind}`)}
        end={
          <Dots
            items={[
              t("rulesDesk.caseNumber", { id: one.id }),
              <span key="at" title={one.opened.title}>
                {t("rulesDesk.found", { when: one.opened.text })}
              </span>,
            ]}
          />
        }
      />
      <ul className="pl-bullets">
        {one.evidence.map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li>
          {t(
            one.state === "dismissed" ? "rulesDesk.heldBackLifted" : "rulesDesk.heldBack",
            one.held,
          )}
        </li>
      </ul>
      <Accused members={one.members} />
      {one.decided ? <Decided one={one} /> : null}
      <Decide one={one} refused={refused} />
    </section>
  );
}

function Accused({ members }: { members: CaseView["members"] }) {
  const t = useT();
  const number = (value: number) => formatNumber(t, value);
  return (
    <Table
      caption={t("rulesDesk.caseMembers")}
      columns={[
        { label: t("rulesDesk.columnMember") },
        { label: t("rulesDesk.columnGave"), numeric: true },
        { label: t("rulesDesk.columnGaveInside"), numeric: true },
        { label: t("rulesDesk.columnGot"), numeric: true },
        { label: t("rulesDesk.columnGotInside"), numeric: true },
      ]}
      rows={members.map((member) => ({
        key: member.handle,
        cells: [
          <a key="who" className="pl-who" href={`/m/${member.handle}`} dir="auto">
            {member.name}
          </a>,
          number(member.given),
          <b key="given">{number(member.givenInside)}</b>,
          number(member.received),
          <b key="received">{number(member.receivedInside)}</b>,
        ],
      }))}
    />
  );
}

function Decided({ one: { state, decided, note } }: { one: CaseView }) {
  const t = useT();
  if (!decided) return null;
  const params = { name: decided.by ?? t("rulesDesk.somebody"), when: decided.at.text };
  return (
    <div>
      <p>
        <b dir="auto" title={decided.at.title}>
          {t(state === "upheld" ? "rulesDesk.upheldBy" : "rulesDesk.dismissedBy", params)}
        </b>
      </p>
      <p dir="auto">{note}</p>
    </div>
  );
}

/** An open case takes either word; a decided one the other. */
function Decide({ one, refused }: { one: CaseView; refused: Refused | null }) {
  const t = useT();
  const id = `why-${one.id}`;
  const problems = refused ? [{ message: refused.fields.note ?? refused.error, fieldId: id }] : [];
  return (
    <Form method="post" className="pl-fields">
      <FormError title={refused?.error ?? ""} errors={problems} />
      <input type="hidden" name="case" value={one.id} />
      <TextAreaField
        id={id}
        name="note"
        label={t("rulesDesk.fieldWhy")}
        hint={t("rulesDesk.whyHint")}
        error={refused?.fields.note}
        defaultValue={refused?.values.note}
        required
        maxLength={WHY_LENGTH}
        rows={2}
      />
      <div className="pl-btns">
        {one.state === "upheld" ? null : (
          <Button name="verdict" value="upheld">
            {t("rulesDesk.uphold")}
          </Button>
        )}
        {one.state === "dismissed" ? null : (
          <Button name="verdict" value="dismissed">
            {t("rulesDesk.dismiss")}
          </Button>
        )}
      </div>
    </Form>
  );
}
