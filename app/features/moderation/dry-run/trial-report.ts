import type { Finding, Verdict } from "#app/features/automod/screened.ts";
import { VERDICTS } from "#app/features/automod/screened.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";

export const STANDINGS = ["newcomer", "member", "trusted", "superUser", "staff"] as const;
/** Whom a check hits: by rank and role when it was written. */
export type Standing = (typeof STANDINGS)[number];

/** What became of something written, by those who decided about it. */
export type Outcome = "removed" | "stood" | "waiting" | "withdrawn";

/** Something that was written, with what two settings say of it. */
export type Judged = {
  postId: number;
  authorId: number;
  standing: Standing;
  outcome: Outcome;
  tried: readonly Finding[];
  inForce: readonly Finding[];
};

export type Caught = {
  /** Texts, each by the strongest that was said of it. */
  verdicts: Record<Verdict, number>;
  /** Distinct authors. */
  authors: Record<Standing, number>;
  /** What staff removed or hid of them, and what stands. */
  removed: number;
  stood: number;
};

export type Example = { postId: number; verdict: Verdict; reason: ErrorMessage };

export type CheckReport = {
  check: string;
  tried: Caught;
  inForce: Caught;
  /** Caught by the settings tried. */
  examples: Example[];
  /** Caught by one of the settings alone. */
  newly: number;
  noLonger: number;
};

export type TrialReport = {
  texts: number;
  /** Older ones were left out. */
  cut: boolean;
  all: Omit<CheckReport, "check" | "examples">;
  checks: CheckReport[];
};

const MOST_EXAMPLES = 5;

type Count = Caught & { people: Map<Standing, Set<number>> };

const emptyCount = (): Count => ({
  verdicts: { nudge: 0, hold: 0, reject: 0 },
  authors: { newcomer: 0, member: 0, trusted: 0, superUser: 0, staff: 0 },
  removed: 0,
  stood: 0,
  people: new Map(),
});

const strongest = (findings: readonly Finding[]): Verdict | null =>
  VERDICTS.findLast((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? null;

function add(count: Count, { authorId, standing, outcome }: Judged, verdict: Verdict): void {
  count.verdicts[verdict] += 1;
  if (outcome === "removed") count.removed += 1;
  if (outcome === "stood") count.stood += 1;
  const people = count.people.get(standing) ?? new Set();
  count.people.set(standing, people.add(authorId));
}

function closed({ people, ...caught }: Count): Caught {
  const authors = Object.fromEntries(
    STANDINGS.map((standing) => [standing, people.get(standing)?.size ?? 0]),
  ) as Record<Standing, number>;
  return { ...caught, authors };
}

class Pair {
  readonly #tried = emptyCount();
  readonly #inForce = emptyCount();
  readonly #examples: Example[] = [];
  #newly = 0;
  #noLonger = 0;

  add(judged: Judged, tried: readonly Finding[], inForce: readonly Finding[]): void {
    const verdict = strongest(tried);
    const before = strongest(inForce);
    if (before) add(this.#inForce, judged, before);
    if (before && !verdict) this.#noLonger += 1;
    if (!verdict) return;
    add(this.#tried, judged, verdict);
    if (!before) this.#newly += 1;
    const reason = tried.find((finding) => finding.verdict === verdict)!.toStaff;
    const example = { postId: judged.postId, verdict, reason };
    // What is new tells more than what is caught already.
    if (this.#examples.length < MOST_EXAMPLES) this.#examples.push(example);
    else if (!before && this.#newly <= MOST_EXAMPLES) this.#examples[this.#newly - 1] = example;
  }

  report(): Omit<CheckReport, "check"> {
    return {
      tried: closed(this.#tried),
      inForce: closed(this.#inForce),
      examples: this.#examples,
      newly: this.#newly,
      noLonger: this.#noLonger,
    };
  }
}

/** Counts what settings say of one text after the other, for a report by checks in their order. */
export class TrialCounter {
  readonly #all = new Pair();
  readonly #checks: Map<string, Pair>;
  #texts = 0;

  constructor(checks: readonly string[]) {
    this.#checks = new Map(checks.map((check) => [check, new Pair()]));
  }

  add(judged: Judged): void {
    const { tried, inForce } = judged;
    this.#texts += 1;
    this.#all.add(judged, tried, inForce);
    for (const [check, pair] of this.#checks) {
      const own = (findings: readonly Finding[]) =>
        findings.filter((finding) => finding.check === check);
      pair.add(judged, own(tried), own(inForce));
    }
  }

  report({ cut }: { cut: boolean }): TrialReport {
    const { examples: _, ...all } = this.#all.report();
    return {
      texts: this.#texts,
      cut,
      all,
      checks: [...this.#checks].map(([check, pair]) => ({ check, ...pair.report() })),
    };
  }
}
