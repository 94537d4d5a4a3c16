import { fold } from "../analysis/fold.ts";
import type { SearchFilters } from "../port.ts";

/** A query taken apart: plain words, "exact phrases", -without, and filters such as `tag:wifi`. */
export type ParsedQuery = {
  words: string;
  phrases: string[];
  without: string[];
  filters: SearchFilters;
  /** The last thing typed is a plain word: it may go on. */
  endsInWord: boolean;
};

const PART = /(-?)(?:([a-z]+):)?(?:["“”„«]([^"“”„«»]*)(?:["“”»]|$)|(\S+))/giu;
const STATUS = new Set(["solved", "official", "answered", "open", "closed"]);
const KINDS = new Set(["question", "discussion", "idea", "announcement"]);
const LONGEST = 300;

function addTo(filters: SearchFilters, key: "kind" | "status" | "space" | "tag", value: string) {
  filters[key] = [...(filters[key] ?? []), value];
}

/** Takes an operator; says no when it isn't one, and it is looked for as words. */
function takeOperator(filters: SearchFilters, name: string, given: string): boolean {
  const value = fold(given);
  if (value === "") return false;
  if (name === "tag" || name === "space") addTo(filters, name, value);
  else if (name === "from") filters.from = value.replace(/^@/, "");
  else if (name === "is" && STATUS.has(value)) addTo(filters, "status", value);
  else if (name === "is" && KINDS.has(value)) addTo(filters, "kind", value);
  else return false;
  return true;
}

/** Reads what was typed; never fails. Words in quotes stand together, `-word` leaves threads out. */
export function parseQuery(query: string): ParsedQuery {
  const parsed: ParsedQuery = {
    words: "",
    phrases: [],
    without: [],
    filters: {},
    endsInWord: false,
  };
  const words: string[] = [];
  for (const match of query.slice(0, LONGEST).matchAll(PART)) {
    const [whole, minus, operator, phrase, word] = match;
    parsed.endsInWord = false;
    const value = phrase ?? word ?? "";
    const name = operator?.toLowerCase();
    if (name && minus === "" && takeOperator(parsed.filters, name, value)) continue;
    const text = name ? `${operator}:${value}` : value;
    if (minus === "-" && /[\p{L}\p{N}]/u.test(text)) parsed.without.push(text);
    else if (phrase !== undefined && !name) parsed.phrases.push(text);
    else {
      words.push(text);
      parsed.endsInWord = match.index + whole.length === query.length;
    }
  }
  parsed.words = words.join(" ");
  return parsed;
}
