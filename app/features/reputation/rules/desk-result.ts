import type { TrialView } from "./view-trial.server.ts";

/** What a form of the desk came back with, as its page shows it. */
export type DeskResult = {
  values: Record<string, string>;
  error: string;
  fields: Record<string, string>;
  troubles: { fieldId?: string; message: string }[];
  trial: TrialView | null;
};

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };

/** What an action gave: a refusal, or what was typed with a trial or a new draft. */
export type DeskAnswer =
  Refused | { values: Record<string, string>; trial: TrialView | null; problem: string | null };

/** What an action gave, for the page; `null` before anything was sent. */
export function deskResult(answer: DeskAnswer | null): DeskResult | null {
  if (answer === null) return null;
  if ("trial" in answer) {
    const { values, trial, problem } = answer;
    const troubles = problem ? [{ message: problem, fieldId: "trial" }] : [];
    return { values, trial, error: problem ?? "", fields: {}, troubles };
  }
  const { error, fields, values } = answer;
  const found = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  const troubles = found.length > 0 ? found : [{ message: error }];
  return { values, error, fields, troubles, trial: null };
}

/** The texts of a form, as its page shows them again. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
