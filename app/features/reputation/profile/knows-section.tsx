import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Recognition } from "./get-recognition.server.ts";

/** The subjects a member knows most about; nothing without any. */
export function KnowsSection({ knows }: Pick<Recognition, "knows">) {
  const t = useT();
  if (knows.length === 0) return null;
  return (
    <section>
      <div className="pl-secbar pl-secbar--flush">
        <h2 className="pl-h-sec">{t("impact.knowsTitle")}</h2>
      </div>
      <Table
        caption={t("impact.knowsTitle")}
        hideCaption
        columns={[
          { label: t("impact.knowsTopic") },
          { label: t("impact.knowsAccepted"), numeric: true },
          { label: t("impact.knowsAnswers"), numeric: true },
          { label: t("impact.knowsHelpful"), numeric: true, wideOnly: true },
        ]}
        rows={knows.map((tag) => ({
          key: tag.slug,
          cells: [
            <a key="tag" href={`/tag/${encodeURIComponent(tag.slug)}`} dir="auto">
              {tag.name}
            </a>,
            formatNumber(t, tag.accepted),
            formatNumber(t, tag.answers),
            formatNumber(t, tag.helpful),
          ],
        }))}
      />
    </section>
  );
}
