import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { DifferenceList } from "#app/features/automod/rules/difference-list.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import "#app/features/automod/rules/automod.css";
import type { TrialPage } from "./get-trial.server.ts";
import { TrialFigures } from "./trial-figures.tsx";

const LOOK_AGAIN = 1_500;

/** What settings would have done, as far as it is known. */
export function TrialPageView({ trial, problem }: { trial: TrialPage; problem: string | null }) {
  const t = useT();
  const { from, until, state, report, differences } = trial;
  return (
    <div className="pl-stack">
      <PageHead
        title={t("automod.trialTitle")}
        lead={t("automod.trialLead", { from: from.text, until: until.text })}
        actions={<ButtonLink href="/staff/automod">{t("automod.back")}</ButtonLink>}
      />
      {problem ? (
        <Notice state="danger" alert>
          {problem}
        </Notice>
      ) : null}
      {state === "done" ? null : <Progress trial={trial} />}
      <section aria-labelledby="difference">
        <SectionHead flush id="difference" title={t("automod.trialChanges")} />
        <div className="pl-fields">
          {differences.length === 0 ? <p>{t("automod.trialSame")}</p> : null}
          <DifferenceList differences={differences} />
        </div>
      </section>
      {report ? <TrialFigures report={report} /> : null}
      {trial.edits && state === "done" ? (
        <Form method="post" className="pl-btns">
          <Button variant="primary">{t("automod.trialSave")}</Button>
          <ButtonLink href={`/staff/automod?trial=${trial.id}`}>
            {t("automod.trialEdit")}
          </ButtonLink>
        </Form>
      ) : null}
    </div>
  );
}

/** How far it is; the page looks again by itself, and without scripts by its link. */
function Progress({ trial: { id, state, done, all } }: { trial: TrialPage }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const goesOn = state === "waiting" || state === "running";
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => revalidate(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [goesOn, revalidate]);
  if (state === "failed") {
    return (
      <Notice state="danger" alert>
        {t("automod.trialFailed")}
      </Notice>
    );
  }
  return (
    <Notice
      state="open"
      action={
        <ButtonLink href={`/staff/automod/trials/${id}`}>{t("automod.trialReload")}</ButtonLink>
      }
    >
      {state === "waiting"
        ? t("automod.trialWaiting")
        : t("automod.trialRunning", { done, all: all ?? done })}
    </Notice>
  );
}
