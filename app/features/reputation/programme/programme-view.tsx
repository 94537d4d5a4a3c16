import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { People } from "#app/ui/people.tsx";
import { AgreeAgainView } from "./agree-again-view.tsx";
import type { Failure } from "./form-failure.ts";
import type { ProgrammePage } from "./get-programme-page.server.ts";
import { NominateForm } from "./nominate-form.tsx";
import { InvitationView, OwnTermView } from "./own-term-view.tsx";
import { ReportView } from "./report-view.tsx";
import type { SaidKey } from "./said.ts";
import { TermsText } from "./terms-text.tsx";

type Props = {
  page: ProgrammePage;
  brand: string;
  said: SaidKey | null;
  failure: Failure | null;
};

/** The programme as everybody sees it, and one's own part in it. */
export function ProgrammeView({ page, brand, said, failure }: Props) {
  const t = useT();
  const { programme, own } = page;
  const running = own?.state === "active" ? own : null;
  const over = own && ["left", "expired", "ended"].includes(own.state) ? own : null;
  return (
    <div className="pl-wrap pl-page pl-narrow pl-stack">
      <PageHead
        title={t("programme.title")}
        lead={t("programme.lead", { community: brand })}
        actions={
          page.manages ? (
            <ButtonLink href="/staff/programme" size="sm">
              {t("programme.manageLink")}
            </ButtonLink>
          ) : null
        }
      />
      {said ? <Notice state="solved">{t(`programme.said.${said}`)}</Notice> : null}
      {own?.state === "invited" ? <InvitationView programme={programme} failure={failure} /> : null}
      {running && running.wordingVersion !== programme.wordingVersion ? (
        <AgreeAgainView programme={programme} failure={failure} />
      ) : null}
      {running ? <OwnTermView own={running} failure={failure} /> : null}
      {over && said !== "left" ? (
        <Notice state="open" title={t("programme.over")}>
          <span dir="auto">{over.reviewNote}</span>
        </Notice>
      ) : null}
      {own?.report ? <ReportView report={own.report} /> : null}
      {programme.active ? (
        <What page={page} named={own?.state !== "invited"} />
      ) : (
        <Empty title={t("programme.off")} icon="star">
          {t("programme.offText")}
        </Empty>
      )}
      <Who page={page} />
      {page.nominates ? <NominateForm intent="nominate" failure={failure} /> : null}
    </div>
  );
}

function What({ page: { programme }, named }: { page: ProgrammePage; named: boolean }) {
  const t = useT();
  return (
    <section aria-labelledby="what">
      <SectionHead id="what" title={t("programme.whatTitle")} />
      <div className="pl-prose">
        <ul>
          <li>{t("programme.whatPowers")}</li>
          <li>
            {t("programme.whatNorms")}{" "}
            <a href="/guidelines/proposals">{t("programme.proposals")}</a>
          </li>
          {programme.space ? (
            <li>
              <a href={`/s/${programme.space.slug}`} dir="auto">
                {t("programme.space", { name: programme.space.name })}
              </a>
            </li>
          ) : null}
          <li>{t("programme.whatTerm", { months: programme.termMonths })}</li>
        </ul>
      </div>
      {named ? (
        <details className="pl-fold">
          <summary>{t("programme.wordingTitle")}</summary>
          <TermsText text={programme.wording} />
        </details>
      ) : null}
    </section>
  );
}

function Who({ page: { members, count } }: { page: ProgrammePage }) {
  const t = useT();
  return (
    <section aria-labelledby="who">
      <SectionHead
        id="who"
        title={t("programme.whoTitle")}
        end={<span className="pl-meta">{t("programme.whoCount", { count })}</span>}
      />
      {members.length === 0 ? (
        <p className="pl-muted">{t("programme.whoNone")}</p>
      ) : (
        <People
          items={members.map(({ handle, name, hue, title }) => ({
            name,
            hue,
            href: `/m/${handle}`,
            note:
              title === "" ? <bdi dir="ltr">{`@${handle}`}</bdi> : <span dir="auto">{title}</span>,
          }))}
        />
      )}
    </section>
  );
}
