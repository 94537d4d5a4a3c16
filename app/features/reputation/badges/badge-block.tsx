import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { BadgeMedal, LevelPips } from "#app/ui/badge-medal.tsx";
import { RailSection } from "#app/ui/rail.tsx";
import type { HeldBadge } from "./badge-card.ts";

const SHOWN = 6;

/** A member's newest badges in the rail of their page; nothing without any. */
export function BadgeBlock({ badges, handle }: { badges: HeldBadge[]; handle: string }) {
  const t = useT();
  if (badges.length === 0) return null;
  return (
    <RailSection
      title={t("badges.blockTitle")}
      id="badges"
      end={
        <a href={`/m/${handle}/badges`}>
          {t("badges.blockAll", { count: formatNumber(t, badges.length) })}
        </a>
      }
    >
      <BadgeGrid badges={badges.slice(0, SHOWN)} />
    </RailSection>
  );
}

/** Medals with their names, three in a row. */
export function BadgeGrid({ badges }: { badges: HeldBadge[] }) {
  const t = useT();
  return (
    <ul className="pl-badges">
      {badges.map((badge) => (
        <li key={badge.key}>
          <a href={badge.href} title={badge.since.title}>
            <BadgeMedal face={badge.face} level={badge.level} earned />
            <span dir="auto">{badge.name}</span>
            {badge.levels > 1 ? (
              <LevelPips
                level={badge.level}
                levels={badge.levels}
                label={t("badges.level", {
                  level: formatNumber(t, badge.level),
                  levels: formatNumber(t, badge.levels),
                })}
              />
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
