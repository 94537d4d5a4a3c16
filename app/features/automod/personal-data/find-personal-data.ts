import { isAllowed, readAllowed } from "./allowed-contacts.ts";
import { findAccounts } from "./find-accounts.ts";
import { findAddresses } from "./find-addresses.ts";
import { findCards } from "./find-cards.ts";
import { findEmails } from "./find-emails.ts";
import { findNationalIds } from "./find-national-ids.ts";
import { findPhones } from "./find-phones.ts";
import { flattenText } from "./flatten-text.ts";
import { PERSONAL_KINDS } from "./kinds.ts";
import type { PersonalOptions, PersonalSpan } from "./kinds.ts";
import { Labels } from "./read-labels.ts";

const LINK = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"]{1,2048}/giu;
/** Links that carry a number to call or write to. */
const CALLS = /^(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com|t\.me)\//i;

/** The same length with the digits of links gone: what a link carries is not what somebody wrote. */
function withoutLinks(flat: string): string {
  return flat.replace(LINK, (link) => (CALLS.test(link) ? link : " ".repeat(link.length)));
}

/** Spans of one kind that overlap become one; of two kinds the one listed first stays. */
function withoutOverlaps(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const rank = ({ kind }: PersonalSpan): number => PERSONAL_KINDS.indexOf(kind);
  const taken: PersonalSpan[] = [];
  for (const next of spans.toSorted((a, b) => a.from - b.from || rank(a) - rank(b))) {
    const last = taken.at(-1);
    if (!last || next.from >= last.to) taken.push(next);
    else if (next.kind === last.kind) {
      taken[taken.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    } else if (rank(next) < rank(last)) taken[taken.length - 1] = next;
  }
  return taken;
}

/**
 * What identifies a person in a text, in reading order and without overlaps; places are those of the
 * text given. Time grows with its length alone.
 */
export function findPersonalData(text: string, options: PersonalOptions = {}): PersonalSpan[] {
  const { flat, at } = flattenText(text);
  const numbers = withoutLinks(flat);
  const labels = new Labels(numbers);
  const allowed = readAllowed(options.allowed ?? []);
  const spans = [
    ...findEmails(flat),
    ...findAccounts(numbers, labels),
    ...findCards(numbers, labels),
    ...findNationalIds(numbers, labels),
    ...findPhones(numbers, labels, options.countries),
    ...findAddresses(numbers, labels),
  ];
  return withoutOverlaps(spans)
    .filter((span) => !isAllowed(flat.slice(span.from, span.to), span.kind, allowed))
    .map(({ kind, from, to }) => ({ kind, from: at[from]!, to: at[to - 1]! + 1 }));
}
