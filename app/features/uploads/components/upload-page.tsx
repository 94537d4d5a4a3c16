import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { UploadView } from "../upload-address.ts";

export type UploadOutcome = { ok: true; upload: UploadView } | { ok: false; error: string };

/** What to write into a text so that it shows the picture or leads to the attachment. */
function markdownOf({ kind, name, url }: UploadView): string {
  return `${kind === "image" ? "!" : ""}[${name}](${url})`;
}

function Stored({ upload }: { upload: UploadView }) {
  const t = useT();
  return (
    <section className="pl-stack" aria-labelledby="stored-title">
      <h2 className="pl-h-sec" id="stored-title">
        {t("upload.storedTitle")}
      </h2>
      <Notice state="solved">{t("upload.stored", { name: upload.name })}</Notice>
      <TextField
        id="markdown"
        name="markdown"
        label={t("upload.markdown")}
        hint={t("upload.markdownHint")}
        value={markdownOf(upload)}
        dir="ltr"
        readOnly
      />
      <p>
        <a href={upload.url}>{t("upload.look")}</a>
      </p>
    </section>
  );
}

/** Pick a file, send it, and get the Markdown that shows it: for browsers without scripts. */
export function UploadPage({ outcome }: { outcome: UploadOutcome | null }) {
  const t = useT();
  const error = outcome && !outcome.ok ? outcome.error : undefined;
  const errors = error ? [{ fieldId: "file", message: error }] : [];
  return (
    <FormCard title={t("upload.title")} lead={t("upload.lead")}>
      <div className="pl-stack">
        {outcome?.ok ? <Stored upload={outcome.upload} /> : null}
        <FormError title={t("upload.refused")} errors={errors} />
        <form className="pl-stack" method="post" action="/upload" encType="multipart/form-data">
          <TextField
            id="file"
            name="file"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif,.pdf,.txt,.log,.csv,.json,.zip"
            label={t("upload.file")}
            hint={t("upload.fileHint")}
            error={error}
            required
          />
          <div>
            <Button variant="primary">{t("upload.send")}</Button>
          </div>
        </form>
      </div>
    </FormCard>
  );
}
