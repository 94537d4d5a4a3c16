import type { PersonalKind } from "#app/features/automod/personal-data/kinds.ts";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { InvalidError } from "#app/lib/errors.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import type { Subject } from "./subject.ts";

export type Decide = {
  verb: ModerationVerb;
  subject: Subject;
  /** The case it answers; open ones about the same are closed with it where the verb settles them. */
  caseId?: number | undefined;
  /** To whoever it is about. */
  reason?: string | undefined;
  /** The guideline or law it rests on, in a few words. */
  rule?: string | undefined;
  ground?: "terms" | "law" | undefined;
  /** For staff. */
  note?: string | undefined;
  /** The newest decision about the subject that was seen; another since then is a conflict. */
  lastSeen?: number | null | undefined;
  /** Of silence and suspend: for so many hours; without it until it is reversed. */
  hours?: number | undefined;
  /** Of move; of split, where it is left out for the same space. */
  spaceSlug?: string | undefined;
  /** Of retag and of split's new thread: slugs or names. */
  tags?: string[] | undefined;
  /** Of mark_duplicate and merge: the other thread's number or address. */
  target?: string | undefined;
  /** Of mask: of what kinds; without it everything that is found. */
  kinds?: readonly PersonalKind[] | undefined;
  /** Of convert; of split's new thread, where it is left out for the same kind. */
  threadKind?: ThreadKind | undefined;
  /** Of split: answers and replies; what hangs under them goes along. Left out: the post it is about. */
  posts?: number[] | undefined;
  /** Of split's new thread. */
  title?: string | undefined;
  /** Of edit. */
  edit?:
    | {
        body?: string | undefined;
        document?: string | undefined;
        title?: string | undefined;
        baseRevision: number;
      }
    | undefined;
};

export type Words = {
  reason: string;
  rule: string;
  ground: "terms" | "law";
  note: string;
};

const NEEDS_REASON: ReadonlySet<ModerationVerb> = new Set([
  "hide",
  "remove",
  "edit",
  "warn",
  "message",
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "erase_address",
]);

/** The reason of a hidden or removed post stands with it, so that it can't be longer. */
const LIMITS = { reason: 500, rule: 300, note: 2_000 } as const;

function readText(given: string | undefined, field: keyof typeof LIMITS): string {
  const text = (given ?? "").replaceAll("\r\n", "\n").trim();
  const max = LIMITS[field];
  if (text.length > max) {
    throw new InvalidError({ [field]: { key: "error.tooLong", params: { max } } });
  }
  return text;
}

/** The words of a decision. Throws InvalidError (reason, rule, note). */
export function readWords(
  input: Pick<Decide, "reason" | "rule" | "ground" | "note">,
  verb?: ModerationVerb,
): Words {
  const reason = readText(input.reason, "reason").replace(/\s+/g, " ");
  if (verb && NEEDS_REASON.has(verb) && reason === "") {
    throw new InvalidError({ reason: { key: "error.required" } });
  }
  return {
    reason,
    rule: readText(input.rule, "rule"),
    ground: input.ground ?? "terms",
    note: readText(input.note, "note"),
  };
}

const MOST_HOURS = 24 * 365 * 5;

/** How long a sanction lasts, in hours; `null`: until it is reversed. Throws InvalidError (hours). */
export function readHours(input: Pick<Decide, "hours">): number | null {
  const { hours } = input;
  if (hours === undefined) return null;
  if (Number.isFinite(hours) && hours > 0 && hours <= MOST_HOURS) return hours;
  throw new InvalidError({ hours: { key: "moderation.hours", params: { max: MOST_HOURS } } });
}
