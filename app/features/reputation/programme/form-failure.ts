/** What a form came back with. */
export type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** The failure of the form of a page that was sent with `intent`. */
export function failureOf(failure: Failure | null, intent: string): Failure | null {
  return failure?.values.intent === intent ? failure : null;
}

/** Its lines for the summary above the form, whose fields' ids begin with `prefix`. */
export function troubles(failure: Failure | null, prefix: string) {
  if (!failure) return [];
  const found = Object.entries(failure.fields).map(([name, message]) => ({
    fieldId: `${prefix}-${name}`,
    message,
  }));
  return found.length > 0 ? found : [{ message: failure.error }];
}
