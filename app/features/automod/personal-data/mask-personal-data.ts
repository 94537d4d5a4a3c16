import type { PersonalKind, PersonalSpan } from "./kinds.ts";

/** What stands in the place of each kind, such as "[phone number hidden]". */
export type MaskWords = Readonly<Record<PersonalKind, string>>;

/** The catalogue keys of those words. */
export const MASK_KEYS = {
  email: "checks.maskEmail",
  phone: "checks.maskPhone",
  card: "checks.maskCard",
  account: "checks.maskAccount",
  national_id: "checks.maskNationalId",
  address: "checks.maskAddress",
} as const satisfies Record<PersonalKind, string>;

/** Reads the words from a catalogue: `maskWordsOf(ctx.t)`. */
export function maskWordsOf(t: (key: (typeof MASK_KEYS)[PersonalKind]) => string): MaskWords {
  const entries = Object.entries(MASK_KEYS).map(([kind, key]) => [kind, t(key)]);
  return Object.fromEntries(entries) as Record<PersonalKind, string>;
}

/**
 * A text in which each span is replaced by what it was; nothing of what stood there stays. Spans are
 * in reading order and don't overlap, as `findPersonalData` gives them.
 */
export function maskPersonalData(
  text: string,
  spans: readonly PersonalSpan[],
  words: MaskWords,
): string {
  let masked = "";
  let last = 0;
  for (const { kind, from, to } of spans) {
    masked += text.slice(last, from) + words[kind];
    last = to;
  }
  return masked + text.slice(last);
}
