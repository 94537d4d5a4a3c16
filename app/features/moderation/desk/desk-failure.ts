/** What a form of the desk came back with. */
export type DeskFailure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** The failure, if it is of one of these forms. */
export function failureOf(failure: DeskFailure | null, ...intents: string[]): DeskFailure | null {
  return failure && intents.includes(failure.values.intent ?? "") ? failure : null;
}
