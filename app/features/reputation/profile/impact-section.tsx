import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { StatList } from "#app/ui/stat-list.tsx";
import type { Impact } from "../impact/get-impact.server.ts";
import "./profile-page.css";

const OFTEN = ["reads", "sameHere"] as const;
const RARE = ["worked", "found"] as const;

/** For oneself: whom one's accepted answers helped, and how that is counted. */
export function ImpactSection({ impact, brand }: { impact: Impact; brand: string }) {
  const t = useT();
  const stat = (value: number, label: string) => ({ value: formatNumber(t, value), label });
  return (
    <section className="pl-impact" aria-labelledby="impact-title">
      <div className="pl-secbar pl-secbar--flush">
        <h2 className="pl-h-sec" id="impact-title">
          {t("impact.title")}
        </h2>
        <span className="pl-meta">{t("impact.note")}</span>
      </div>
      <p className="pl-muted">{t("impact.lead", { count: impact.solved })}</p>
      <StatList
        items={[
          stat(impact.helped, t("impact.helped", { count: impact.helped })),
          ...OFTEN.map((name) => stat(impact[name], t(`impact.${name}`, { count: impact[name] }))),
          ...RARE.filter((name) => impact[name] > 0).map((name) =>
            stat(impact[name], t(`impact.${name}`)),
          ),
          ...(impact.calls === null
            ? []
            : [{ value: `≈ ${formatNumber(t, impact.calls)}`, label: t("impact.calls") }]),
        ]}
      />
      <details className="pl-fold">
        <summary>{t("impact.how")}</summary>
        <p>{t("impact.howHelped")}</p>
        <p>{t("impact.howReads")}</p>
        {impact.callShare > 0 ? (
          <p>{t("impact.howCalls", { brand, share: impact.callShare })}</p>
        ) : null}
      </details>
    </section>
  );
}
