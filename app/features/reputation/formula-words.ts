import type { Translate } from "#app/i18n/translate.ts";
import type { Metric } from "./metrics.ts";
import { isFault, readFormula, type Formula, type Sum } from "./rank-formula.ts";

type Compare = Extract<Formula, { kind: "compare" }>;

const OPPOSITE: Record<string, string> = {
  ">=": "<",
  "<": ">=",
  ">": "<=",
  "<=": ">",
  "==": "!=",
  "!=": "==",
};
/** For `5 < points`, which is `points > 5`. */
const TURNED: Record<string, string> = {
  ">=": "<=",
  "<=": ">=",
  ">": "<",
  "<": ">",
  "==": "==",
  "!=": "!=",
};

const THAN = {
  ">=": "rules.than.atLeast",
  ">": "rules.than.more",
  "<=": "rules.than.atMost",
  "<": "rules.than.less",
  "==": "rules.than.exactly",
  "!=": "rules.than.other",
} as const;
const SUMS = {
  "+": "rules.sum.plus",
  "-": "rules.sum.minus",
  "*": "rules.sum.times",
  "/": "rules.sum.by",
} as const;

const lists = new Map<string, Intl.ListFormat>();

/** "A, B and C" or "A, B or C" in the reader's language. */
export function listWords(
  t: Translate,
  words: string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  const key = `${t.locale} ${type}`;
  let format = lists.get(key);
  if (!format) {
    format = new Intl.ListFormat(t.locale === "en" ? "en-GB" : t.locale, { type });
    lists.set(key, format);
  }
  return format.format(words);
}

/** The words as a sentence begins. */
export function capital(t: Translate, words: string): string {
  return words.charAt(0).toLocaleUpperCase(t.locale) + words.slice(1);
}

/** The same formula without `!`. */
function plain(formula: Formula, turned: boolean): Formula {
  if (formula.kind === "not") return plain(formula.of, !turned);
  if (formula.kind === "compare") {
    return turned ? { ...formula, operator: OPPOSITE[formula.operator]! } : formula;
  }
  const other = formula.kind === "and" ? "or" : "and";
  return {
    kind: turned ? other : formula.kind,
    left: plain(formula.left, turned),
    right: plain(formula.right, turned),
  };
}

/** The parts of a chain of the same word. */
function chain(formula: Formula, kind: "and" | "or"): Formula[] {
  if (formula.kind !== kind) return [formula];
  return [...chain(formula.left, kind), ...chain(formula.right, kind)];
}

/** A number with at most three decimals. */
function numberWords(t: Translate, value: number): string {
  return new Intl.NumberFormat(t.locale, { maximumFractionDigits: 3 }).format(value);
}

function sumWords(t: Translate, sum: Sum, inside = false): string {
  if (sum.kind === "number") return numberWords(t, sum.value);
  if (sum.kind === "metric") return t(`rules.metric.${sum.name}`);
  const words = t(SUMS[sum.operator as keyof typeof SUMS], {
    left: sumWords(t, sum.left, true),
    right: sumWords(t, sum.right, true),
  });
  return inside ? `(${words})` : words;
}

/** What a comparison of a metric with a number asks, in whole numbers, which metrics are. */
function countWords(t: Translate, metric: Metric, operator: string, value: number): string | null {
  const thing = (count: number) => ({ thing: t(`rules.count.${metric}`, { count }) });
  switch (operator) {
    case ">=":
      return t("rules.is.atLeast", thing(Math.ceil(value)));
    case ">":
      return t("rules.is.atLeast", thing(Math.floor(value) + 1));
    case "<=":
      return t("rules.is.atMost", thing(Math.floor(value)));
    case "<":
      return t("rules.is.atMost", thing(Math.ceil(value) - 1));
    case "==":
      return Number.isInteger(value) ? t("rules.is.exactly", thing(value)) : null;
    default:
      return Number.isInteger(value) ? t("rules.is.other", thing(value)) : null;
  }
}

function compareWords(t: Translate, { operator, left, right }: Compare): string {
  const counted =
    left.kind === "metric" && right.kind === "number"
      ? countWords(t, left.name, operator, right.value)
      : left.kind === "number" && right.kind === "metric"
        ? countWords(t, right.name, TURNED[operator]!, left.value)
        : null;
  return (
    counted ??
    t(THAN[operator as keyof typeof THAN], {
      left: sumWords(t, left),
      right: sumWords(t, right),
    })
  );
}

function words(t: Translate, formula: Formula): string {
  if (formula.kind === "compare") return compareWords(t, formula);
  if (formula.kind === "not") return words(t, plain(formula, false));
  const { kind } = formula;
  const parts = chain(formula, kind).map((part) =>
    part.kind === "compare" ? words(t, part) : `(${words(t, part)})`,
  );
  return listWords(t, parts, kind === "and" ? "conjunction" : "disjunction");
}

/** What a formula, or one criterion of it, asks, in the reader's words; as the middle of a sentence. */
export function sayFormula(t: Translate, formula: Formula): string {
  return words(t, plain(formula, false));
}

/** The same of a formula as it is stored; the text itself where it can't be read. */
export function sayFormulaText(t: Translate, text: string): string {
  const formula = readFormula(text);
  return isFault(formula) ? text : sayFormula(t, formula);
}
