import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { BadgeProgress } from "#app/ui/badge-medal.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import type { Criterion } from "../rank-formula.ts";
import type { NextRank, Recognition } from "./get-recognition.server.ts";
import "./profile-page.css";

type Props = { recognition: Recognition; handle: string };

/** A member's rank among the ranks there are; for oneself the way to the next. */
export function RankSection({ recognition, handle }: Props) {
  const t = useT();
  const { ranks, rank, points, own, role } = recognition;
  const staff = isStaff(role);
  return (
    <section aria-labelledby="rank-title">
      <div className="pl-secbar pl-secbar--flush">
        <h2 className="pl-h-sec" id="rank-title">
          {t("impact.rankTitle")}
        </h2>
        <a href="/ranks">{t("impact.rankHow")}</a>
      </div>
      {staff ? (
        <p className="pl-muted">{t("impact.staffNoRank")}</p>
      ) : (
        <RankPath ranks={ranks} rank={rank} />
      )}
      <div className="pl-rankparts">
        {own && !staff ? (
          <Way next={own.next} highest={rank === ranks.length - 1} />
        ) : (
          <p>{t("impact.points", { count: points })}</p>
        )}
        {own && own.earned.length > 0 ? <Earned recognition={recognition} /> : null}
        {recognition.history ? (
          <p>
            <a href={`/m/${handle}/points`}>{t("impact.everyPoint")}</a>
          </p>
        ) : null}
      </div>
    </section>
  );
}

function RankPath({ ranks, rank }: Pick<Recognition, "ranks" | "rank">) {
  const t = useT();
  const label = t("impact.rankPath", {
    place: rank + 1,
    count: ranks.length,
    name: ranks[rank] ?? "",
  });
  return (
    <ol className="pl-path" aria-label={label}>
      {ranks.map((name, place) => (
        <li
          key={name}
          className={joinClasses(place < rank && "is-done", place === rank && "is-now")}
          aria-current={place === rank ? "step" : undefined}
        >
          <i />
          <span dir="auto">{name}</span>
        </li>
      ))}
    </ol>
  );
}

/** What the next rank asks, part by part. */
function Way({ next, highest }: { next: NextRank | null; highest: boolean }) {
  const t = useT();
  if (!next) return highest ? <p>{t("impact.highest")}</p> : null;
  if (next.criteria.every(({ met }) => met)) {
    return <p>{t("impact.nextDone", { rank: next.name })}</p>;
  }
  return (
    <div>
      <h3 className="pl-h-rail">{t("impact.next", { rank: next.name })}</h3>
      <ul className="pl-goals">
        {next.criteria.map((criterion, index) => (
          <Goal key={index} criterion={criterion} />
        ))}
      </ul>
    </div>
  );
}

function Goal({ criterion: { goal, met } }: { criterion: Criterion }) {
  const t = useT();
  const state = met ? t("impact.met") : t("impact.notYet");
  if (!goal) {
    return (
      <li>
        <span>{t("impact.otherCriterion")}</span>
        <span className="pl-meta">{state}</span>
      </li>
    );
  }
  return (
    <li>
      <span>{t(`rules.metric.${goal.metric}`)}</span>
      <BadgeProgress
        have={goal.have}
        need={Math.max(1, goal.need)}
        label={
          met
            ? state
            : t("badges.progress", {
                have: formatNumber(t, goal.have),
                need: formatNumber(t, goal.need),
              })
        }
      />
    </li>
  );
}

function Earned({ recognition }: { recognition: Recognition }) {
  const t = useT();
  return (
    <div>
      <h3 className="pl-h-rail">{t("impact.earnedTitle")}</h3>
      <dl className="pl-sums">
        {recognition.own?.earned.map(({ rule, points }) => (
          <div key={rule}>
            <dt>{t(`rules.rule.${rule}`)}</dt>
            <dd>{formatNumber(t, points)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("impact.earnedSum")}</dt>
          <dd>{formatNumber(t, recognition.points)}</dd>
        </div>
      </dl>
    </div>
  );
}
