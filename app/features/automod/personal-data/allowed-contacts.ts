import type { PersonalKind } from "./kinds.ts";

/** The brand's own contacts as they are compared. */
export type AllowedContacts = { mails: Set<string>; domains: Set<string>; numbers: Set<string> };

/** So many last digits tell numbers of one country apart, with and without their country code. */
const TELLING_DIGITS = 9;
const SHORTEST = 5;

function tellingDigits(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+/, "").slice(-TELLING_DIGITS);
}

/** Reads a list of "hello@brand.example", "@brand.example" and "+49 30 …". */
export function readAllowed(list: readonly string[]): AllowedContacts {
  const allowed: AllowedContacts = { mails: new Set(), domains: new Set(), numbers: new Set() };
  for (const entry of list) {
    const text = entry.trim().toLowerCase();
    if (text.startsWith("@")) allowed.domains.add(text.slice(1));
    else if (text.includes("@")) allowed.mails.add(text);
    else if (tellingDigits(text).length >= SHORTEST) allowed.numbers.add(tellingDigits(text));
  }
  return allowed;
}

/** True for a contact of the brand itself. */
export function isAllowed(found: string, kind: PersonalKind, allowed: AllowedContacts): boolean {
  if (kind === "email") {
    const mail = found.toLowerCase();
    return allowed.mails.has(mail) || allowed.domains.has(mail.slice(mail.indexOf("@") + 1));
  }
  return kind !== "address" && allowed.numbers.has(tellingDigits(found));
}
