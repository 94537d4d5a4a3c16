/**
 * Every figure that ranks. Tuned on two public sets (docs/search.md), on even and odd queries apart;
 * none was set for one query.
 */
export const SETTINGS = {
  /**
   * BM25 a field (Robertson and Zaragoza 2009): `weight` in the sum, `b` how much a longer text is
   * held against it. Titles say most; an accepted answer names the solution in the words of somebody
   * who knows it; other answers are long and wander.
   */
  fields: {
    title: { weight: 1, b: 0.5 },
    opening: { weight: 0.3, b: 0.75 },
    accepted: { weight: 0.4, b: 0.75 },
    answers: { weight: 0.4, b: 0.75 },
  },
  /** Repetition says little in short texts. */
  k1: 1.2,
  /** Weight of what stands for a typed word, against the word itself. */
  alternatives: {
    /** As written beats its other forms (`routers`, `router`) by this factor. */
    exactForm: 1.5,
    synonym: 0.9,
    /** One and two letters wrong. */
    typo: [1, 0.8, 0.6],
    /** The last word goes on. */
    completion: 0.85,
    /** `Anschluss` in `Glasfaseranschluss`, and the other way round. */
    compound: 0.7,
  },
  /** Words of asking (want, possible, way) say little of what is asked, however rare they are here. */
  asking: 0.5,
  /** Words that stand in the same surroundings in this community's own texts. */
  related: { count: 5, similarity: 0.5, weight: 0.2 },
  /**
   * Added to the text's score, in its unit (a rare word in a title is worth about 6). For searches
   * small: who types words wants these words. For "already answered?" votes weigh more, for the
   * thread to show is the one that served others.
   */
  search: { solved: 0.6, official: 0.6, helpful: 0.3, fresh: 0.3 },
  similar: { solved: 0.2, official: 0.3, helpful: 3.5, fresh: 0 },
  /**
   * A score is multiplied by the share of the query that is there (words weighed by rarity), to this
   * power: who searches wants every word, who asks wants the thread that is nearest.
   */
  strict: { search: 2, similar: 0 },
  /**
   * What is near enough to be shown to somebody who asks: votes say nothing of that, so it is the
   * text's worth (search/postgres/nearness.ts) and the share of the title that is there. Of 430
   * questions that have nothing to do with a community, none finds something among 10 threads, 7 %
   * among 125, 15 % (on software) among travel's 25,000; of the right threads among the first five,
   * 96 % (stackfaq) and 70 % (travel, titles alone) stay. A worth of .5 keeps up to 9 % more of these
   * and shows half as much nonsense again, one of .8 loses 18 % of travel's. `ofBest` leaves out what
   * pales beside the best. `very` is for stopping somebody who is about to post: 2 of 1,160 unrelated
   * questions get there, and in stackfaq 85 of 100 that do are right.
   */
  nearness: {
    near: { coverage: 0.25, worth: 0.6, ofBest: 0.35 },
    very: { coverage: 0.6, worth: 1.5 },
  },
  /** Days after which being fresh counts half. */
  freshDays: 180,
  /**
   * Candidates: the rarest words first, until their threads are this many; then only what holds
   * several words. A thread with only the commonest words of a query is none of its best.
   */
  candidates: { title: 2_500, text: 400, rescored: 250, enough: Infinity },
  /** The same while somebody types: eight are shown, and an answer a moment later replaces them. */
  typing: { title: 800, text: 120, rescored: 80, enough: 80 },
} as const;

/** How many candidates are looked at; from `enough` titles on, texts are not searched for more. */
export type Budget = { title: number; text: number; rescored: number; enough: number };

export type FieldName = keyof typeof SETTINGS.fields;
export const FIELDS = ["title", "opening", "accepted", "answers"] as const satisfies FieldName[];

/** Raised when documents of before can't be compared with those of now: the index is then rebuilt. */
export const ANALYSIS_VERSION = 2;
