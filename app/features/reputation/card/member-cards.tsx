import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { MemberCard } from "./get-member-card.server.ts";
import { loadCard } from "./load-card.ts";
import type * as cardView from "./member-card-view.tsx";
import { CARD_ID, watchNames } from "./watch-names.ts";

type Shown = { anchor: HTMLAnchorElement; card: MemberCard; view: typeof cardView };

/**
 * Shows a member's card beside their name while the mouse or the keyboard rests on it. The card's code
 * comes with the first; without it, and on touch, a name is a link and no more.
 */
export function MemberCards({ viewer, brand }: { viewer: string; brand: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const { key } = useLocation();

  useEffect(() => {
    let wanted: HTMLAnchorElement | null = null;
    return watchNames({
      show: (anchor) => {
        wanted = anchor;
        Promise.all([loadCard(anchor.pathname, viewer), import("./member-card-view.tsx")]).then(
          ([card, view]) => {
            if (card && wanted === anchor) setShown({ anchor, card, view });
          },
          () => undefined,
        );
      },
      hide: () => {
        wanted = null;
        setShown(null);
      },
    });
  }, [viewer, key]);

  const place = shown && document.getElementById("main");
  if (!shown || !place) return null;
  const { anchor, card, view } = shown;
  return createPortal(
    <view.MemberCardView id={CARD_ID} anchor={anchor} card={card} brand={brand} />,
    place,
  );
}
