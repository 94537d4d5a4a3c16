/** What a card shows; everything a worker needs to draw it. Colours are "#rrggbb". */
export type CardPicture = {
  title: string;
  /** The thread's state in words. */
  state: string;
  space: string;
  brand: string;
  /** The community's mark as SVG source; empty shows the brand's initial. */
  logoSvg: string;
  direction: "ltr" | "rtl";
  ground: string;
  /** Readable on `ground`. */
  ink: string;
};

export type Direction = CardPicture["direction"];

/** Width in px of a text in the card's fonts: size in px, weight 500 or 700. */
export type Measure = (text: string, size: number, weight: number) => number;

export type CardRequest = { id: number; card: CardPicture };
export type CardReply = { id: number; png: Uint8Array } | { id: number; problem: string };
