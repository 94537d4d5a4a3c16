import type { ColumnType, Generated } from "kysely";
import type { MaybeStamp, Stamp } from "./column-types.ts";

/** A version of a post as it was before it was masked. */
export type MaskedText = {
  /** The revision that it is the text of. */
  number: number;
  /** Of the thread, with an opening post. */
  title: string | null;
  document: unknown;
  text: string;
};

export type MaskedOriginalTable = {
  community_id: number;
  id: Generated<number>;
  post_id: number;
  kinds: string[];
  /** `null` once its time is over, or it is shown again. */
  texts: ColumnType<MaskedText[] | null, string, string | null>;
  masked_by: number | null;
  by_rule: Generated<boolean>;
  masked_at: Stamp;
  keep_until: Stamp;
  restored_at: MaybeStamp;
};

/** Somebody of the staff looked at an original. */
export type MaskedLookTable = {
  community_id: number;
  id: Generated<number>;
  original_id: number;
  member_id: number | null;
  looked_at: Stamp;
};

export type MaskingTables = {
  masked_original: MaskedOriginalTable;
  masked_look: MaskedLookTable;
};
