/** A member's name that leads to their page. */
const NAMES = 'main a.pl-name[href^="/m/"]';

/** How long one stays on a name before its card comes, and how long it stays after; milliseconds. */
const WAIT = 350;
const LINGER = 200;

/** The card's id. */
export const CARD_ID = "member-card";

type Told = { show: (name: HTMLAnchorElement) => void; hide: () => void };

const nameAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(NAMES) : null;

const onCard = (target: EventTarget | null) =>
  target instanceof Element && target.closest(`#${CARD_ID}`) !== null;

/**
 * Tells when the mouse or the keyboard rests on a name, and when to put its card away again: on leaving
 * both, Escape, a press and scrolling. A finger follows the link. Gives the end of it.
 */
export function watchNames({ show, hide }: Told): () => void {
  let timer = 0;
  let current: HTMLAnchorElement | null = null;
  const after = (wait: number, what: () => void) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(what, wait);
  };
  const leave = () => {
    window.clearTimeout(timer);
    current = null;
    hide();
  };
  const rest = (name: HTMLAnchorElement) => {
    if (name === current) return window.clearTimeout(timer);
    if (current) leave();
    after(WAIT, () => {
      current = name;
      show(name);
    });
  };
  const listeners: { [Type in keyof DocumentEventMap]?: (event: DocumentEventMap[Type]) => void } =
    {
      pointerover: ({ target, pointerType }) => {
        if (pointerType !== "mouse") return;
        const name = nameAt(target);
        if (name) rest(name);
        else if (onCard(target)) window.clearTimeout(timer);
        else if (document.activeElement !== current || !current) after(LINGER, leave);
      },
      focusin: ({ target }) => {
        const name = nameAt(target);
        if (name?.matches(":focus-visible")) rest(name);
        else leave();
      },
      focusout: leave,
      keydown: ({ key }) => {
        if (key === "Escape") leave();
      },
      pointerdown: leave,
      scroll: () => {
        if (current) leave();
      },
    };
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [type, listener] of all) document.addEventListener(type, listener, true);
  return () => {
    leave();
    for (const [type, listener] of all) document.removeEventListener(type, listener, true);
  };
}
