/** Digits with what stands between those of a number one dials. Places are those of the flat text. */
export type DigitGroup = { from: number; to: number };
export type DigitRun = {
  groups: DigitGroup[];
  /** Begins with "+" or "(". */
  from: number;
};

const GROUP = /\d+/g;
/** Between the groups of one number: at most a bracket with a space, a dash, a dot, a slash. */
const BETWEEN = /^(?: |-|\.|\/|·| ?- ?| ?\/ ?|\(|\)|\) |\)-|\) - | ?\(|-\(|\)\.|\. |\)\/)$/;
const MAX_GROUPS_IN_RUN = 24;

function readsOn(flat: string, from: number, to: number): boolean {
  return to - from <= 3 && BETWEEN.test(flat.slice(from, to));
}

/** All runs of digit groups in a flat text; one pass, each digit in one run. */
export function digitRuns(flat: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let open: DigitRun | null = null;
  for (const match of flat.matchAll(GROUP)) {
    const group = { from: match.index, to: match.index + match[0].length };
    const last = open?.groups.at(-1);
    const plus = /[+]\(?$/.test(flat.slice(Math.max(0, group.from - 2), group.from));
    if (
      open &&
      last &&
      !plus &&
      open.groups.length < MAX_GROUPS_IN_RUN &&
      readsOn(flat, last.to, group.from)
    ) {
      open.groups.push(group);
      continue;
    }
    let from = group.from;
    while (from > 0 && group.from - from < 2 && /[+(]/.test(flat[from - 1]!)) from -= 1;
    open = { groups: [group], from };
    runs.push(open);
  }
  return runs;
}
