import type { Translate } from "#app/i18n/translate.ts";
import type { Named } from "./get-proposals.server.ts";

/** What a form came back with. */
export type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** Its lines for the summary above the form. */
export function troubles(failure: Failure | null) {
  if (!failure) return [];
  const found = Object.entries(failure.fields).map(([fieldId, message]) => ({ fieldId, message }));
  return found.length > 0 ? found : [{ message: failure.error }];
}

/** The name of somebody, who may be gone. */
export function nameOf(t: Translate, person: Named): string {
  return person?.name ?? t("common.formerMember");
}
