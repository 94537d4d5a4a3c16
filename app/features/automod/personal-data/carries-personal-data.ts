import { findPersonalData } from "./find-personal-data.ts";
import type { PersonalOptions } from "./kinds.ts";

const MAX_ADDRESS = 2_048;

/** True for a link that calls or writes to somebody, or whose address holds a mail address. */
export function carriesPersonalData(href: unknown, options: PersonalOptions): boolean {
  if (typeof href !== "string") return false;
  const address = href.slice(0, MAX_ADDRESS);
  const target = /^(?:mailto|tel|sms|callto|whatsapp):(.*)$/is.exec(address)?.[1];
  let read = target ?? address;
  try {
    read = decodeURIComponent(read);
  } catch {
    // Not encoded as it should be: read as it stands.
  }
  const isNumber = target !== undefined && /^[+\d][\d ()./-]*$/.test(read);
  return findPersonalData(isNumber ? `tel ${read}` : read, options).length > 0;
}
