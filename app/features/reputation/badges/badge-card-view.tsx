import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { BadgeMedal, BadgeProgress, LevelPips } from "#app/ui/badge-medal.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { BadgeCard } from "./badge-card.ts";

/** A badge in the catalogue: medal, what it asks, who has it, how far the reader is. */
export function BadgeCardView({ card, signedIn }: { card: BadgeCard; signedIn: boolean }) {
  return (
    <li className="pl-bcard">
      <BadgeMedal
        face={card.face}
        level={Math.max(1, card.level)}
        earned={card.level > 0 || !signedIn}
      />
      <div>
        <h3>
          <a href={card.href} dir="auto">
            {card.name}
          </a>
        </h3>
        <p dir="auto">{card.say}</p>
        <BadgeState card={card} signedIn={signedIn} />
      </div>
    </li>
  );
}

/** Level, holders, since when, and the way to the next level. */
export function BadgeState({ card, signedIn }: { card: BadgeCard; signedIn: boolean }) {
  const t = useT();
  const { level, levels, progress } = card;
  const numbers = { level: formatNumber(t, level), levels: formatNumber(t, levels) };
  return (
    <>
      <div className="pl-bcard__m">
        {signedIn ? (
          <LevelPips
            level={level}
            levels={levels}
            label={level > 0 ? t("badges.level", numbers) : t("badges.notYet")}
          />
        ) : null}
        <span className="pl-meta">{t("badges.holders", { count: card.holders })}</span>
      </div>
      {card.since ? (
        <span className="pl-word pl-is-lamp" title={card.since.title}>
          <Icon name="check" size={16} />
          {t("badges.since", { when: card.since.text })}
        </span>
      ) : null}
      {progress ? (
        <BadgeProgress
          {...progress}
          label={t("badges.progress", {
            have: formatNumber(t, progress.have),
            need: formatNumber(t, progress.need),
          })}
        />
      ) : null}
      {card.by !== "rule" && level === 0 ? (
        <span className="pl-meta">
          {t(card.by === "hand" ? "badges.staffGive" : "badges.byFormula")}
        </span>
      ) : null}
    </>
  );
}
