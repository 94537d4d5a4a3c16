import { useRunning } from "#app/ui/use-running.ts";
import { readAsking } from "./asking-record.ts";

/**
 * The random text by which the question in a form is closed and counted once: that of the same draft
 * where this browser has been asking it before, else the form's own.
 */
export function useAsking(input: { formKey: string; draftKey: string; owner: string | null }) {
  const { formKey, draftKey, owner } = input;
  const asking = useRunning() ? readAsking(owner) : null;
  return asking?.draftKey === draftKey ? asking.once : formKey;
}
