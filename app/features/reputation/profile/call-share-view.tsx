import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { DEFAULT_CALL_SHARE } from "../impact/calls-saved.ts";

type Props = {
  share: number;
  saved: boolean;
  failure: { fields: Record<string, string>; values: Record<string, string> } | null;
};

/** Where the brand says what its estimate of saved calls rests on. */
export function CallShareView({ share, saved, failure }: Props) {
  const t = useT();
  const error = failure?.fields.share;
  return (
    <div className="pl-stack">
      <PageHead title={t("impact.staffTitle")} lead={t("impact.staffLead")} />
      {saved ? <Notice state="solved">{t("impact.saved")}</Notice> : null}
      <form method="post" className="pl-fields pl-narrow" noValidate>
        {error === undefined ? null : (
          <FormError
            title={t("common.formProblem", { count: 1 })}
            errors={[{ fieldId: "share", message: error }]}
          />
        )}
        <TextField
          id="share"
          name="share"
          inputMode="numeric"
          label={t("impact.shareLabel")}
          hint={t("impact.shareHint", { share: DEFAULT_CALL_SHARE })}
          error={error}
          defaultValue={failure?.values.share ?? String(share)}
          required
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </form>
      <section className="pl-narrow" aria-labelledby="formula-title">
        <SectionHead flush id="formula-title" title={t("impact.formulaTitle")} />
        <p>
          <b>{t("impact.formula")}</b>
        </p>
        <p>{t("impact.formulaText")}</p>
      </section>
    </div>
  );
}
