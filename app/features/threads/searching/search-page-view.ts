import type { TimeText } from "#app/i18n/format-time.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import type { SpaceRef, ThreadStateKey } from "../thread-view.ts";
import type { SearchAsk } from "./search-address.ts";

/** A piece of a text; `hit` where it is a word that was looked for. */
export type TextPart = { text: string; hit: boolean };

/** A thread that was found. */
export type SearchResultView = {
  id: number;
  href: string;
  kind: ThreadKind;
  stateKey: ThreadStateKey;
  title: TextPart[];
  /** Where the words stand in it; `answer` when that is an answer which isn't shown below. */
  excerpt: { parts: TextPart[]; answer: { href: string; who: string } | null } | null;
  /** The accepted or official answer in one line; the address where the words stand in it. */
  line: { who: string; parts: TextPart[]; official: boolean; href: string | null } | null;
  space: SpaceRef;
  /** When it was started. */
  at: TimeText;
  counts: { sameHere: number; replies: number };
};

/** The first result's answer in full, where it is likely what somebody looks for. */
export type LikelyFixView = {
  official: boolean;
  /** Its first paragraphs and lists, stored safe HTML; `null` where `excerpt` says how it begins. */
  html: string | null;
  excerpt: string;
  /** Nothing of it is left out. */
  whole: boolean;
  href: string;
  /** `note` says what somebody is here; staff speak for the brand, whose name is `square`. */
  author: { name: string; hue: number; note: string; square: string | null };
  /** For how many readers it worked. */
  worked: number;
  canReport: boolean;
};

export type FacetValueView = { value: string; label: string; count: number; chosen: boolean };

/** Values to choose from; `single` where only one can be. */
export type FacetView = {
  name: string;
  label: string;
  single: boolean;
  values: FacetValueView[];
};

export type SearchPageView = {
  ask: SearchAsk;
  /** The query's words without operators: what a question would be asked with. */
  words: string;
  results: SearchResultView[];
  /** Stands for the first result. */
  fix: LikelyFixView | null;
  total: number;
  /** There may be more than `total`. */
  more: boolean;
  pages: number;
  facets: FacetView[];
  /** The query with its mistakes set right, by which this was found. */
  didYouMean: string | null;
  /** What was written of late may be missing. */
  behind: boolean;
  /** By which clicks are noted; `null` when the search isn't kept. */
  token: string | null;
  /** Made while somebody types: few results, and no facets. */
  typing: boolean;
};
