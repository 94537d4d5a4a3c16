import { useT } from "#app/i18n/use-t.tsx";
import { FormError } from "#app/ui/form-error.tsx";

/** What came back from a form of these pages that was refused. */
export type Refused = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
} | null;

type Props = {
  refused: Refused;
  /** Fields of the form, by the name they are refused under, with their ids in the page. */
  ids: Record<string, string>;
  /** Where trouble with single lines leads to. */
  lines?: string;
};

/** What stopped one of the forms, line by line where lines were pasted. */
export function FormTrouble({ refused, ids, lines }: Props) {
  const t = useT();
  if (!refused) return null;
  const errors = Object.entries(refused.fields).map(([name, message]) => ({
    fieldId: name.startsWith("line-") ? lines : ids[name],
    message,
  }));
  const shown = errors.length > 0 ? errors : [{ message: refused.error }];
  return <FormError title={t("common.formProblem", { count: shown.length })} errors={shown} />;
}
