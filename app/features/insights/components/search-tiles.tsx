import { useT } from "#app/i18n/use-t.tsx";
import type { LookedForPage } from "../get-looked-for.server.ts";
import { shareText } from "./cluster-words.tsx";

/** How the searches of a period went, in numbers. */
export function SearchTiles({
  page,
}: {
  page: Pick<LookedForPage, "totals" | "success" | "days">;
}) {
  const t = useT();
  const { totals, success, days } = page;
  const found = totals.searches === 0 ? null : (totals.searches - totals.nothing) / totals.searches;
  const number = (count: number): string => t("lookedFor.count", { count });
  const tiles = [
    ["searches", number(totals.searches), t("lookedFor.searchesNote", { days })],
    ["found", shareText(t, found), t("lookedFor.nothingNote", { count: totals.nothing })],
    ["success", shareText(t, success), t("lookedFor.successNote")],
    ["solvedIt", number(totals.solved), t("lookedFor.solvedItNote")],
    ["asked", number(totals.asked), t("lookedFor.askedNote")],
  ] as const;
  return (
    <dl className="pl-searchtiles" aria-label={t("lookedFor.tiles")}>
      {tiles.map(([name, value, note]) => (
        <div key={name}>
          <dt>{t(`lookedFor.${name}`)}</dt>
          <dd>
            <b>{value}</b>
            <span className="pl-meta">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
