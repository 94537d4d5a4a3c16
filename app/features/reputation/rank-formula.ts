import jsep from "jsep";
import { isMetric, METRICS, type Metric, type Metrics } from "./metrics.ts";

const LONGEST = 500;
const DEEPEST = 20;
/** Most letters of a formula that a message repeats. */
const SHOWN = 40;

const ARITHMETIC: Record<string, (left: number, right: number) => number> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => (right === 0 ? 0 : left / right),
};
const COMPARISONS: Record<string, (left: number, right: number) => boolean> = {
  ">=": (left, right) => left >= right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  "<": (left, right) => left < right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

/** One side of a comparison. */
export type Sum =
  | { kind: "number"; value: number }
  | { kind: "metric"; name: Metric }
  | { kind: "arithmetic"; operator: string; left: Sum; right: Sum };

/** A checked formula: it can only be true or false of a member's metrics. */
export type Formula =
  | { kind: "compare"; operator: string; left: Sum; right: Sum }
  | { kind: "and" | "or"; left: Formula; right: Formula }
  | { kind: "not"; of: Formula };

/** What is wrong with a formula: `part` is the piece of it that is meant, empty for its end. */
export type FormulaFault = {
  fault: "syntax" | "too_long" | "too_deep" | "unknown_metric" | "not_a_number" | "not_a_condition";
  part: string;
};

class Refused extends Error {
  readonly what: FormulaFault;
  constructor(what: FormulaFault) {
    super(what.fault);
    this.what = what;
  }
}

function refuse(fault: FormulaFault["fault"], part: string): never {
  throw new Refused({ fault, part });
}

/** A piece of a formula as somebody who typed it knows it again. */
function partOf(node: jsep.Expression): string {
  if (node.type === "Literal") return (node as jsep.Literal).raw;
  if (node.type === "Identifier") return (node as jsep.Identifier).name;
  if (node.type === "ThisExpression") return "this";
  if (node.type === "CallExpression") return `${partOf((node as jsep.CallExpression).callee)}(…)`;
  if (node.type === "MemberExpression") {
    return `${partOf((node as jsep.MemberExpression).object)}…`;
  }
  if (node.type === "BinaryExpression" || node.type === "UnaryExpression") {
    return (node as jsep.BinaryExpression).operator;
  }
  if (node.type === "ConditionalExpression") return "?";
  if (node.type === "Compound") {
    const second = (node as jsep.Compound).body[1];
    return second ? partOf(second) : "";
  }
  if (node.type === "ArrayExpression") return "[";
  return "";
}

/** The rest of a text from the place where it can't be read any more. */
function restFrom(text: string, { index }: { index?: number }): string {
  return text.slice(index ?? 0, (index ?? 0) + SHOWN).trim();
}

function sumOf(node: jsep.Expression, depth: number): Sum {
  if (depth > DEEPEST) refuse("too_deep", "");
  if (node.type === "Literal") {
    const { value, raw } = node as jsep.Literal;
    return typeof value === "number" && Number.isFinite(value)
      ? { kind: "number", value }
      : refuse("not_a_number", raw);
  }
  if (node.type === "Identifier") {
    const { name } = node as jsep.Identifier;
    return isMetric(name) ? { kind: "metric", name } : refuse("unknown_metric", name);
  }
  if (node.type === "BinaryExpression") {
    const { operator, left, right } = node as jsep.BinaryExpression;
    if (!Object.hasOwn(ARITHMETIC, operator)) refuse("not_a_number", operator);
    return {
      kind: "arithmetic",
      operator,
      left: sumOf(left, depth + 1),
      right: sumOf(right, depth + 1),
    };
  }
  return refuse("not_a_number", partOf(node));
}

function formulaOf(node: jsep.Expression, depth: number): Formula {
  if (depth > DEEPEST) refuse("too_deep", "");
  if (node.type === "UnaryExpression") {
    const { operator, argument } = node as jsep.UnaryExpression;
    if (operator !== "!") refuse("not_a_condition", operator);
    return { kind: "not", of: formulaOf(argument, depth + 1) };
  }
  if (node.type !== "BinaryExpression") refuse("not_a_condition", partOf(node));
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === "&&" || operator === "||") {
    return {
      kind: operator === "&&" ? "and" : "or",
      left: formulaOf(left, depth + 1),
      right: formulaOf(right, depth + 1),
    };
  }
  if (!Object.hasOwn(COMPARISONS, operator)) refuse("not_a_condition", operator);
  return {
    kind: "compare",
    operator,
    left: sumOf(left, depth + 1),
    right: sumOf(right, depth + 1),
  };
}

/**
 * Reads a rank's formula, such as `points >= 250 && (accepted >= 3 || helpful_year >= 20)`: numbers,
 * metrics, + - * /, comparisons, && || ! and brackets. Division by nothing gives 0. Nothing else is
 * understood, so that a formula can do nothing but be true or false.
 */
export function readFormula(text: string): Formula | FormulaFault {
  if (text.length > LONGEST) return { fault: "too_long", part: String(LONGEST) };
  try {
    return formulaOf(jsep(text), 0);
  } catch (error) {
    if (error instanceof Refused) return error.what;
    return { fault: "syntax", part: restFrom(text, error as { index?: number }) };
  }
}

export function isFault(formula: Formula | FormulaFault): formula is FormulaFault {
  return "fault" in formula;
}

function sum(of: Sum, metrics: Metrics): number {
  if (of.kind === "number") return of.value;
  if (of.kind === "metric") return metrics[of.name];
  return ARITHMETIC[of.operator]!(sum(of.left, metrics), sum(of.right, metrics));
}

/** Whether a formula holds for a member's metrics. */
export function holds(formula: Formula, metrics: Metrics): boolean {
  switch (formula.kind) {
    case "and":
      return holds(formula.left, metrics) && holds(formula.right, metrics);
    case "or":
      return holds(formula.left, metrics) || holds(formula.right, metrics);
    case "not":
      return !holds(formula.of, metrics);
    case "compare":
      return COMPARISONS[formula.operator]!(
        sum(formula.left, metrics),
        sum(formula.right, metrics),
      );
  }
}

/** One thing that a formula asks, and how far a member is with it. */
export type Criterion = {
  met: boolean;
  /** Set where it asks that one metric reach a number. */
  goal: { metric: Metric; have: number; need: number } | null;
  formula: Formula;
};

function goalOf(formula: Formula, metrics: Metrics): Criterion["goal"] {
  if (formula.kind !== "compare") return null;
  const { operator, left, right } = formula;
  if ((operator !== ">=" && operator !== ">") || left.kind !== "metric" || right.kind !== "number")
    return null;
  const need = operator === ">" ? Math.floor(right.value) + 1 : right.value;
  return { metric: left.name, have: metrics[left.name], need };
}

/** What a formula asks, part by part, in its order; all parts together are the formula. */
export function criteriaOf(formula: Formula, metrics: Metrics): Criterion[] {
  if (formula.kind === "and") {
    return [...criteriaOf(formula.left, metrics), ...criteriaOf(formula.right, metrics)];
  }
  return [{ met: holds(formula, metrics), goal: goalOf(formula, metrics), formula }];
}

/** Metrics of a member who did nothing yet. */
export const NO_METRICS = Object.fromEntries(METRICS.map((name) => [name, 0])) as Metrics;
