import type { CheckId } from "../checks/check.ts";

/** A setting of a check as its form shows it. */
export type RuleField = {
  name: string;
  kind: "flag" | "count" | "percent" | "lines" | "codes" | "kinds" | "line" | "secret" | "choice";
  /** Of a choice. */
  options?: readonly string[];
};

export type Rule = {
  id: CheckId;
  /** Whether it has a verdict of its own; word lists have one each. */
  verdict: boolean;
  /** Whether trusted members can be spared. */
  spares: boolean;
  fields: readonly RuleField[];
};

const count = (name: string): RuleField => ({ name, kind: "count" });
const rule = (id: CheckId, fields: readonly RuleField[] = [], spares = true): Rule => ({
  id,
  verdict: id !== "words",
  spares,
  fields,
});

/** Every check in its order, with what can be set of it. */
export const RULES: readonly Rule[] = [
  rule("invisible"),
  rule("words"),
  rule("personalData", [
    { name: "masks", kind: "flag" },
    count("keepDays"),
    { name: "kinds", kind: "kinds" },
    { name: "countries", kind: "codes" },
    { name: "allowed", kind: "lines" },
  ]),
  rule("substance", [count("leastOpening"), count("leastAnswer")]),
  rule("shouting", [{ name: "share", kind: "percent" }, count("leastLetters")]),
  rule("floods", [count("characters"), count("words"), count("emoji")]),
  rule("linkNumber", [count("most")]),
  rule("newcomerLimits", [count("links"), count("images")], false),
  rule("newDomains", [{ name: "newcomersOnly", kind: "flag" }]),
  rule("shorteners", [{ name: "also", kind: "lines" }]),
  rule("misleadingLinks"),
  rule("promotion", [count("recent")]),
  rule("repeats", [{ name: "likeness", kind: "percent" }]),
  rule("copies", [{ name: "likeness", kind: "percent" }]),
  rule("rate", [count("newcomer"), count("member")]),
  rule("patterns"),
  rule("classifier"),
  rule("outside", [
    { name: "url", kind: "line" },
    { name: "secret", kind: "secret" },
    count("timeout"),
    { name: "onFailure", kind: "choice", options: ["usual", "hold", "pass"] },
  ]),
];

/** What a check that breaks does, by whose text it is. */
export const FAILURE_GROUPS = ["newcomer", "member", "trusted"] as const;

/** The catalogue's name of a check. */
export function nameKey<Id extends CheckId>(id: Id): `checks.name${Capitalize<Id>}` {
  return `checks.name${id[0]!.toUpperCase()}${id.slice(1)}` as `checks.name${Capitalize<Id>}`;
}
