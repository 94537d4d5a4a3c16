import { POWERS, type Power } from "#app/lib/powers.ts";
import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import { isFault, readFormula } from "../rank-formula.ts";
import { MOST_RANKS, ranksSchema, type Rank } from "../ranks.ts";
import { explainFault } from "./explain-fault.ts";

const NAME_LENGTH = 40;
const NEW_KEY = /^own_(\d{1,6})$/;

/** A list of ranks as somebody is writing it; the fields of a form, one after the other. */
export type RankDraft = Rank[];

const isPower = (text: string): text is Power => (POWERS as readonly string[]).includes(text);

/** Ranks as the fields of a form: `name-0`, `formula-0`, `power-0-post.links` … */
export function draftValues(draft: RankDraft): Record<string, string> {
  const entries = draft.flatMap(({ key, name, formula, powers }, index) => [
    [`key-${index}`, key],
    [`name-${index}`, name],
    [`formula-${index}`, formula],
    ...powers.map((power) => [`power-${index}-${power}`, "on"]),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The fields of a form as ranks, whatever was typed. */
export function readDraft(values: Record<string, string>): RankDraft {
  const draft: RankDraft = [];
  for (let index = 0; index < MOST_RANKS; index += 1) {
    const key = values[`key-${index}`];
    if (key === undefined) break;
    const prefix = `power-${index}-`;
    draft.push({
      key: key.slice(0, NAME_LENGTH),
      name: (values[`name-${index}`] ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim(),
      formula: (values[`formula-${index}`] ?? "").replaceAll("\u0000", "").trim(),
      powers: Object.keys(values)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length))
        .filter(isPower),
    });
  }
  return draft;
}

/** A key that no rank has or had. */
function nextKey(taken: string[]): string {
  const numbers = taken.map((key) => Number(NEW_KEY.exec(key)?.[1] ?? 0));
  return `own_${Math.max(0, ...numbers) + 1}`;
}

/** What a button of the list asks for: `add`, `up-2`, `down-2`, `remove-2`. */
export type DraftStep = { what: "add" } | { what: "up" | "down" | "remove"; place: number };

export function readStep(text: string): DraftStep | null {
  if (text === "add") return { what: "add" };
  const found = /^(up|down|remove)-(\d{1,2})$/.exec(text);
  return found ? { what: found[1] as "up", place: Number(found[2]) } : null;
}

/** The list after a button was pressed; the first rank stays where it is. `taken`: keys ever used. */
export function arrange(draft: RankDraft, step: DraftStep, taken: string[]): RankDraft {
  if (step.what === "add") {
    if (draft.length >= MOST_RANKS) {
      const params = { max: MOST_RANKS };
      throw new InvalidError({ add: { key: "rulesDesk.mostRanks", params } });
    }
    const key = nextKey([...taken, ...draft.map((rank) => rank.key)]);
    const powers = draft.at(-1)?.powers ?? [];
    return [...draft, { key, name: "", formula: "", powers: [...powers] }];
  }
  const { what, place } = step;
  const rank = draft[place];
  if (!rank || place === 0) return draft;
  const rest = draft.toSpliced(place, 1);
  if (what === "remove") return rest;
  const to = what === "up" ? Math.max(1, place - 1) : place + 1;
  return rest.toSpliced(to, 0, rank);
}

/** A draft that may be published. Throws InvalidError, for each field what is wrong and where. */
export function checkDraft(draft: RankDraft): Rank[] {
  const fields: FieldErrors = {};
  draft.forEach(({ name, formula }, index) => {
    if (name === "") fields[`name-${index}`] = { key: "error.required" };
    if (name.length > NAME_LENGTH) {
      fields[`name-${index}`] = { key: "error.tooLong", params: { max: NAME_LENGTH } };
    }
    if (index === 0) return;
    const read = readFormula(formula);
    if (isFault(read)) fields[`formula-${index}`] = explainFault(read);
  });
  if (Object.keys(fields).length > 0) throw new InvalidError(fields);
  const first = draft.map((rank, index) => (index === 0 ? { ...rank, formula: "" } : rank));
  const checked = ranksSchema.safeParse(first);
  if (!checked.success) throw new InvalidError({ add: { key: "error.invalid" } });
  return checked.data;
}
