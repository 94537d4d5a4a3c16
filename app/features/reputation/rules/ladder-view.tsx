import { useRank } from "#app/features/communities/components/use-rank.ts";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { BadgeProgress } from "#app/ui/badge-medal.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Hidden, Panel } from "#app/ui/layout.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/pill.tsx";
import type { AskView, Ladder, StepView } from "./get-ladder.server.ts";
import { PointTable } from "./point-table.tsx";
import { RuleHistory } from "./rule-history-view.tsx";
import "./rules.css";

/** The ranks, what gives points, and how both came to be. */
export function LadderView({ ladder, edit }: { ladder: Ladder; edit: boolean }) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-stack">
      <PageHead
        title={t("rules.ranksTitle")}
        lead={t("rules.ranksLead")}
        actions={
          <>
            <ButtonLink href="/badges">{t("rules.badgesLink")}</ButtonLink>
            <ButtonLink href="/programme">{t("programme.title")}</ButtonLink>
            {edit ? <ButtonLink href="/staff/ranks">{t("rulesDesk.ranksTitle")}</ButtonLink> : null}
          </>
        }
      />
      {ladder.own ? <OwnWay own={ladder.own} /> : null}
      <div>
        <ol className="pl-ladder">
          {ladder.steps.map((step) => (
            <Step key={step.key} step={step} />
          ))}
        </ol>
        <p className="pl-meta">{t("rules.canFall")}</p>
      </div>
      <div>
        <SectionHead flush id="what-gives-points" title={t("rules.pointsTitle")} />
        <p className="pl-muted">{t("rules.pointsLead")}</p>
        <PointTable rules={ladder.rules} />
      </div>
      <div>
        <SectionHead flush id="rule-history" title={t("rules.historyTitle")} />
        <p className="pl-muted">
          {ladder.history.length > 0 ? t("rules.historyLead") : t("rules.historyNone")}
        </p>
        <RuleHistory versions={ladder.history} />
      </div>
    </div>
  );
}

function OwnWay({ own: { rank, next } }: { own: NonNullable<Ladder["own"]> }) {
  const t = useT();
  return (
    <Panel sunken>
      <p>
        <b dir="auto">{t("rules.yourRank", { rank })}</b>{" "}
        {next ? t("rules.nextAsks", { rank: next.name }) : t("rules.highest")}
      </p>
      {next ? <Asks asks={next.asks} /> : null}
    </Panel>
  );
}

function Step({ step }: { step: StepView }) {
  const t = useT();
  const lit = useRank(step.place)?.lit ?? 1;
  return (
    <li id={step.key} aria-current={step.here ? "step" : undefined}>
      <div className="pl-ladder__who">
        <span className={`pl-av pl-av--48 pl-av--ring lit-${lit}`} aria-hidden="true">
          {formatNumber(t, step.place + 1)}
        </span>
        <div>
          <h2 className="pl-h-sec" dir="auto">
            {step.name}
          </h2>
          <p className="pl-meta">{t("rules.holders", { count: step.holders })}</p>
          {step.here ? <Tag label={t("rules.here")} /> : null}
        </div>
      </div>
      <div>
        <h3 id={`${step.key}-asks`}>{t("rules.asks")}</h3>
        {step.asks.length > 0 ? <Asks asks={step.asks} /> : <p>{t("rules.asksNothing")}</p>}
      </div>
      <Unlocks step={step} />
    </li>
  );
}

function Unlocks({ step: { key, place, more, powers } }: { step: StepView }) {
  const t = useT();
  const words =
    place === 0
      ? t("rules.unlocksBasics")
      : powers.length === 0
        ? t("rules.unlocksSame")
        : more
          ? t("rules.unlocksMore")
          : null;
  return (
    <div>
      <h3 id={`${key}-unlocks`}>{t("rules.unlocks")}</h3>
      {words ? <p>{words}</p> : null}
      <ul className="pl-bullets">
        {powers.map((power) => (
          <li key={power}>{power}</li>
        ))}
      </ul>
    </div>
  );
}

function Asks({ asks }: { asks: AskView[] }) {
  const t = useT();
  const number = (value: number) => formatNumber(t, value);
  return (
    <ul className="pl-asks">
      {asks.map(({ words, met, progress, have }) => (
        <li key={words}>
          {met ? (
            <span className="pl-word pl-is-lamp">
              <Icon name="check" size={16} />
              <Hidden>{t("rules.met")}</Hidden>
            </span>
          ) : null}
          {met === false ? <Hidden>{t("rules.notMet")}</Hidden> : null} {words}
          {have !== null && (met || !progress) ? (
            <span className="pl-meta"> ({t("rules.have", { have: number(have) })})</span>
          ) : null}
          {progress && !met ? (
            <BadgeProgress
              {...progress}
              label={t("rules.progress", {
                have: number(progress.have),
                need: number(progress.need),
              })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
