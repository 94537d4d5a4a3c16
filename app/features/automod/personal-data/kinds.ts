/**
 * What identifies a person in a text and has no place where anybody reads it. Where one stretch may
 * be two of them, the first here counts.
 */
export const PERSONAL_KINDS = [
  "email",
  "account",
  "card",
  "national_id",
  "phone",
  "address",
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A stretch of a text, in UTF-16 units, the end not included. */
export type PersonalSpan = { kind: PersonalKind; from: number; to: number };

export type PersonalOptions = {
  /** ISO 3166 codes of the countries whose numbers are written without a country code here. */
  countries?: readonly string[];
  /** The brand's own contacts, which anybody may write: numbers, addresses, or "@domain". */
  allowed?: readonly string[];
};

/** Where a community names no country. */
export const DEFAULT_COUNTRIES: readonly string[] = ["US", "GB", "DE", "FR"];
