import { useLayoutEffect, useRef } from "react";
import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { BadgeMedal } from "#app/ui/badge-medal.tsx";
import { Tag } from "#app/ui/pill.tsx";
import { Time } from "#app/ui/time.tsx";
import type { MemberCard } from "./get-member-card.server.ts";
import "./member-card.css";

const EDGE = 8;
const GAP = 6;

/** Under the name, or over it where there is no room; within the window. */
function putBeside(card: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const start = getComputedStyle(card).direction === "rtl" ? at.right - width : at.left;
  const most = window.innerWidth - width - EDGE;
  const isBelow = at.bottom + GAP + height <= window.innerHeight || at.top < height + GAP;
  card.style.left = `${Math.max(EDGE, Math.min(start, most))}px`;
  card.style.top = `${isBelow ? at.bottom + GAP : at.top - height - GAP}px`;
}

type Props = { id: string; anchor: HTMLElement; card: MemberCard; brand: string };

/**
 * Who somebody is, beside their name. It holds nothing to press, so that the keyboard goes on from the
 * name as without it; everything in it stands on the member's page.
 */
export function MemberCardView({ id, anchor, card, brand }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current!;
    element.showPopover?.();
    putBeside(element, anchor);
    anchor.setAttribute("aria-describedby", id);
    return () => anchor.removeAttribute("aria-describedby");
  }, [anchor, card, id]);
  const { name, knows, badges } = card;
  return (
    <div ref={box} id={id} role="tooltip" className="pl-mcard" {...{ popover: "manual" }}>
      <div className="pl-mcard__h">
        <MemberAvatar name={name} hue={card.hue} of={card} brand={brand} size={48} />
        <div>
          <b className="pl-name" dir="auto">
            {name}
          </b>
          <div className="pl-mcard__m">
            <AuthorMarks of={card} brand={brand} />
          </div>
          {card.title === "" ? null : (
            <div className="pl-meta" dir="auto">
              {card.title}
            </div>
          )}
        </div>
      </div>
      <Figures card={card} />
      {knows.length > 0 ? (
        <>
          <p className="pl-meta">{t("seen.knows")}</p>
          <ul className="pl-chips">
            {knows.map((tag) => (
              <li key={tag}>
                <Tag label={tag} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {badges.length > 0 ? (
        <ul className="pl-mcard__b">
          {badges.map((badge) => (
            <li key={badge.key}>
              <BadgeMedal face={badge.face} level={badge.level} earned size={32} />
              <span className="pl-meta" dir="auto">
                {badge.name}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Figures({ card }: { card: MemberCard }) {
  const t = useT();
  const { points, accepted } = card;
  const figures = [
    ...(isStaff(card.role)
      ? []
      : [{ label: t("seen.points", { count: points }), value: formatNumber(t, points) }]),
    { label: t("profile.accepted", { count: accepted }), value: formatNumber(t, accepted) },
    { label: t("seen.since"), value: <Time key="since" {...card.joined} /> },
  ];
  return (
    <dl className="pl-mcard__f">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="pl-meta">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
