/** A part of a post on its way into an answer; HTML as the page shows it. */
export interface Quoted {
  html: string;
  author: string;
  /** The page with the quote in its text box, for when the editor can’t be had. */
  href: string;
}

const EVENT = "porchlight:quote";

/** Offers a quote to the answer box of the page; false when there is none. */
export function offerQuote(quoted: Quoted): boolean {
  return !window.dispatchEvent(new CustomEvent(EVENT, { detail: quoted, cancelable: true }));
}

/** Calls `take` for every quote that is offered, until the function given back is called. */
export function onQuote(take: (quoted: Quoted) => void): () => void {
  const listen = (event: Event): void => {
    event.preventDefault();
    take((event as CustomEvent<Quoted>).detail);
  };
  window.addEventListener(EVENT, listen);
  return () => window.removeEventListener(EVENT, listen);
}
