import type { Changes } from "#db/schema-moderation.ts";

/**
 * What a decision is about, of each kind of row; the other fields only go along (who, when, why) and
 * may change without undoing it.
 */
const SUBSTANCE: ReadonlySet<string> = new Set([
  "state",
  "text",
  "masked",
  "title",
  "locked",
  "pinned",
  "space_id",
  "tags",
  "duplicate_of",
  "kind",
  "thread_id",
  "parent_id",
  "root_id",
  "opening_post_id",
  "merged_into",
  "idea_status",
  "erased",
  "accepted_post_id",
  "official_post_id",
  "ended",
  "closed",
  "outcome",
]);

/** Whether a field says what was decided. */
export function isSubstance(field: string): boolean {
  return SUBSTANCE.has(field);
}

/** Whether two values of a field are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** The fields that differ, as they were and as they are; a target that wasn't there has no `before`. */
export function difference(was: Changes, is: Changes): { before: Changes; after: Changes } {
  const before: Changes = {};
  const after: Changes = {};
  for (const [target, fields] of Object.entries(is)) {
    for (const [field, value] of Object.entries(fields)) {
      const old = was[target]?.[field];
      if (sameValue(old, value)) continue;
      (after[target] ??= {})[field] = value;
      (before[target] ??= {})[field] = old ?? null;
    }
  }
  return { before, after };
}

/** Several changes as one; later ones win. */
export function merged(list: readonly Changes[]): Changes {
  const all: Changes = {};
  for (const changes of list) {
    for (const [target, fields] of Object.entries(changes)) {
      all[target] = { ...all[target], ...fields };
    }
  }
  return all;
}

/** What decisions leave when they are made one after the other, each `after` in the order of ids. */
export function foldDecisions(decisions: readonly { id: number; after: Changes }[]): Changes {
  return merged(decisions.toSorted((a, b) => a.id - b.id).map(({ after }) => after));
}
