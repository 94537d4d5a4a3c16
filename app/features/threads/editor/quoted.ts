/** A part of a post on its way into a text; HTML as the page shows it. */
export interface Quoted {
  html: string;
  author: string;
  /** The page with the quote in its text box, for when the editor can’t be had. */
  href: string;
}

/** A box that quotes can go into. */
export interface QuoteTaker {
  /** True while somebody writes in it. */
  isFocused: () => boolean;
  take: (quoted: Quoted) => void;
}

/** The boxes of the page; the one that was written in last stands at the end. */
let takers: QuoteTaker[] = [];

function noteFocus(): void {
  const focused = takers.find((taker) => taker.isFocused());
  if (focused) takers = [...takers.filter((taker) => taker !== focused), focused];
}

/**
 * Offers a quote to the box that was written in last, or else that was opened last; false when the
 * page has none.
 */
export function offerQuote(quoted: Quoted): boolean {
  const taker = takers.at(-1);
  taker?.take(quoted);
  return taker !== undefined;
}

/** Takes quotes until the function given back is called. */
export function onQuote(taker: QuoteTaker): () => void {
  if (takers.length === 0) document.addEventListener("focusin", noteFocus);
  takers = [...takers, taker];
  noteFocus();
  return () => {
    takers = takers.filter((other) => other !== taker);
    if (takers.length === 0) document.removeEventListener("focusin", noteFocus);
  };
}
