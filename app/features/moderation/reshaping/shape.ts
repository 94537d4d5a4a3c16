import type { Changes } from "#db/schema-moderation.ts";
import { isSubstance } from "../changes.ts";
import { partsOf } from "../subject.ts";

/** Where a post stands. */
export const PLACE_FIELDS = ["thread_id", "kind", "parent_id", "root_id"] as const;
/** What a thread is. */
export const SHAPE_FIELDS = [
  "kind",
  "idea_status",
  "idea_note",
  "merged_into",
  "merged_at",
  "opening_post_id",
] as const;

/** Of a thread, what has nothing to do with the posts in it. */
const APART: ReadonlySet<string> = new Set(["locked", "pinned", "tags", "space_id"]);

/** Whether a change is a merge, a split or a conversion, or the undoing of one. */
export function reshapes(changes: Changes): boolean {
  return Object.entries(changes).some(([target, fields]) => {
    const { kind } = partsOf(target);
    if (kind === "post") return PLACE_FIELDS.some((field) => field in fields);
    return kind === "thread" && SHAPE_FIELDS.some((field) => field in fields);
  });
}

/**
 * Whether two changes, one of which reshapes threads, are about the same: then the later one stands on
 * the earlier one, whatever fields they are about.
 */
export function shareShape(one: Changes, other: Changes): boolean {
  return Object.entries(one).some(([target, fields]) => {
    const others = other[target];
    const { kind } = partsOf(target);
    if (!others || !["post", "thread", "marks"].includes(kind)) return false;
    if (kind === "marks") return true;
    const counts = (field: string) => isSubstance(field) && (kind === "post" || !APART.has(field));
    return Object.keys(fields).some(counts) && Object.keys(others).some(counts);
  });
}
