import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { People } from "#app/ui/people.tsx";
import { KeyValues } from "#app/ui/stat-list.tsx";
import { Time } from "#app/ui/time.tsx";
import { failureOf, troubles, type Failure } from "./form-failure.ts";
import type { CandidateView, ProgrammeDesk } from "./get-programme-desk.server.ts";
import type { TermView } from "./list-terms.server.ts";
import { NominateForm } from "./nominate-form.tsx";
import { PerkForm, SettingsForm } from "./programme-desk-forms.tsx";
import type { SaidKey } from "./said.ts";

type Props = { desk: ProgrammeDesk; said: SaidKey | null; failure: Failure | null };

/** The programme for staff: who could join, who is in it, perks and settings. */
export function ProgrammeDeskView({ desk, said, failure }: Props) {
  const t = useT();
  const { terms, programme } = desk;
  const due = terms.filter((term) => term.due);
  const active = terms.filter(({ state }) => state === "active");
  const rest = (state: TermView["state"]) => terms.filter((term) => term.state === state);
  const again = failureOf(failure, "again");
  return (
    <div className="pl-stack">
      <PageHead title={t("programme.deskTitle")} lead={t("programme.deskLead")} />
      {said ? <Notice state="solved">{t(`programme.said.${said}`)}</Notice> : null}
      {programme.active ? null : <Notice state="open">{t("programme.deskOff")}</Notice>}
      <FormError title={again?.error ?? ""} errors={troubles(again, "again")} />
      {due.length > 0 ? <Terms id="due" title={t("programme.dueTitle")} terms={due} /> : null}
      <div className="pl-staff__forms">
        <Terms id="active" title={t("programme.activeTitle")} terms={active} />
        <Terms id="invited" title={t("programme.invitedList")} terms={rest("invited")} />
        <Terms
          id="nominated"
          title={t("programme.nominatedList")}
          terms={rest("nominated")}
          invites={programme.active}
        />
        {programme.active ? <NominateForm intent="invite" failure={failure} /> : null}
      </div>
      <Candidates candidates={desk.candidates} invites={programme.active} />
      <div className="pl-staff__forms">
        <PerkForm perks={desk.perks} failure={failureOf(failure, "perk")} />
        <SettingsForm desk={desk} failure={failureOf(failure, "settings")} />
      </div>
    </div>
  );
}

/** Invites somebody who is named on the page already. */
function InviteButton(props: { handle: string; name: string; reason: string }) {
  const t = useT();
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="again" />
      <input type="hidden" name="handle" value={props.handle} />
      <input type="hidden" name="reason" value={props.reason} />
      <Button size="sm">{t("programme.inviteName", { name: props.name })}</Button>
    </Form>
  );
}

function Terms(props: { id: string; title: string; terms: TermView[]; invites?: boolean }) {
  const t = useT();
  const noteOf = ({ state, endsOn, nominatedBy, reason, since }: TermView) => {
    if (state === "active" && endsOn) return t("programme.endsOn", { day: endsOn.text });
    if (state === "nominated" && nominatedBy) {
      return t("programme.nominatedBy", { name: nominatedBy.name, reason });
    }
    return <Time {...since} />;
  };
  return (
    <section aria-labelledby={props.id}>
      <SectionHead id={props.id} title={props.title} />
      {props.terms.length === 0 ? (
        <p className="pl-muted">{t("programme.none")}</p>
      ) : (
        <People
          items={props.terms.map((term) => ({
            name: term.member.name,
            hue: term.member.hue,
            href: `/staff/programme/${term.member.handle}`,
            note: <span dir="auto">{noteOf(term)}</span>,
            end: props.invites ? (
              <InviteButton
                handle={term.member.handle}
                name={term.member.name}
                reason={term.reason}
              />
            ) : null,
          }))}
        />
      )}
    </section>
  );
}

function Candidates(props: { candidates: CandidateView[]; invites: boolean }) {
  const t = useT();
  return (
    <section aria-labelledby="candidates">
      <SectionHead id="candidates" title={t("programme.candidatesTitle")} />
      <p className="pl-muted">
        {t(props.candidates.length === 0 ? "programme.candidatesNone" : "programme.candidatesLead")}
      </p>
      <ul className="pl-staff__forms">
        {props.candidates.map((candidate) => (
          <li key={candidate.handle} className="pl-panel pl-fields">
            <People
              items={[
                {
                  name: candidate.name,
                  hue: candidate.hue,
                  href: `/m/${candidate.handle}`,
                  note: t("programme.score", { score: candidate.score }),
                },
              ]}
            />
            <KeyValues
              items={candidate.aspects.map(({ aspect, percentile, text }) => ({
                label: t(`programme.aspect.${aspect}`),
                value: (
                  <>
                    {text} <span className="pl-muted">{t("programme.above", { percentile })}</span>
                  </>
                ),
              }))}
            />
            {props.invites ? (
              <InviteButton
                handle={candidate.handle}
                name={candidate.name}
                reason={t("programme.score", { score: candidate.score })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
