const GAP = 6;
const EDGE = 8;

type Spot = { left: number; right: number; top: number; bottom: number };

/**
 * Puts a list of the top layer below a spot in the text, or above it where there is more room, and
 * within what is seen: a phone's keyboard covers a part of the page. All in CSS pixels of the viewport.
 */
export function placeList(list: HTMLElement, spot: Spot): void {
  const seen = window.visualViewport;
  const top = seen?.offsetTop ?? 0;
  const height = seen?.height ?? window.innerHeight;
  const width = document.documentElement.clientWidth;
  list.style.maxBlockSize = "";
  const { offsetWidth, offsetHeight } = list;
  const below = top + height - EDGE - (spot.bottom + GAP);
  const above = spot.top - GAP - (top + EDGE);
  const isBelow = offsetHeight <= below || below >= above;
  const room = Math.max(0, isBelow ? below : above);
  const shown = Math.min(offsetHeight, room);
  const isRtl = getComputedStyle(list).direction === "rtl";
  const wanted = isRtl ? spot.right - offsetWidth : spot.left;
  const left = Math.max(EDGE, Math.min(wanted, width - EDGE - offsetWidth));
  if (offsetHeight > room) list.style.maxBlockSize = `${room}px`;
  list.style.left = `${left}px`;
  list.style.top = `${isBelow ? spot.bottom + GAP : spot.top - GAP - shown}px`;
}
