/** One way to satisfy a typed word: terms that must all be there, worth `weight` of the word itself. */
export type Alternative = {
  terms: string[];
  weight: number;
  /** Why it stands for the word, unless it is a form of it. */
  why?: "typo" | "synonym" | "compound" | "joined" | "completion";
  /** Counts for its rarity instead of its own terms: forms are as rare as their word. */
  rarityOf?: string;
};

/** One thing that is looked for. */
export type Unit = {
  alternatives: Alternative[];
  /** A thread without it holds less than what was asked for. */
  required: boolean;
  weight: number;
};

/** A query as the engines match and score it. */
export type Understood = {
  units: Unit[];
  didYouMean: string | null;
  /** Folded words and terms that count as found, for marking them. */
  words: string[];
};
