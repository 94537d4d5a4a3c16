import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Table } from "#app/ui/table.tsx";
import type { PointRule, Pricing } from "../point-rules.ts";

/** What each thing is worth, and how much of it a day. */
export function PointTable({ rules }: { rules: ({ key: PointRule } & Pricing)[] }) {
  const t = useT();
  return (
    <Table
      caption={t("rules.pointsTitle")}
      hideCaption
      columns={[
        { label: t("rules.columnFor") },
        { label: t("rules.columnPoints"), numeric: true },
        { label: t("rules.columnCap"), numeric: true },
      ]}
      rows={rules.map(({ key, points, dailyCap }) => ({
        key,
        cells: [
          t(`rules.rule.${key}`),
          <b key="points">{formatNumber(t, points)}</b>,
          dailyCap === null ? t("rules.noCap") : formatNumber(t, dailyCap),
        ],
      }))}
    />
  );
}
