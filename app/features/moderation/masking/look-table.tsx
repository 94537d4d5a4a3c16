import { useT } from "#app/i18n/use-t.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { LookView } from "./list-looks.server.ts";

/** Who looked at what was masked, and when. */
export function LookTable({ looks }: { looks: LookView[] }) {
  const t = useT();
  if (looks.length === 0) return <p className="pl-muted">{t("masking.noLooks")}</p>;
  return (
    <Table
      caption={t("masking.looksTitle")}
      hideCaption
      columns={[
        { label: t("masking.columnWho") },
        { label: t("masking.columnWhen") },
        { label: t("masking.columnPost") },
      ]}
      rows={looks.map(({ id, who, at, postId, threadTitle }) => ({
        key: String(id),
        cells: [
          who ? (
            <a key="who" href={`/m/${who.handle}`} dir="auto">
              {who.name}
            </a>
          ) : (
            t("common.formerMember")
          ),
          <Time key="at" {...at} />,
          <a key="post" href={`/p/${postId}/original`} dir="auto">
            {threadTitle}
          </a>,
        ],
      }))}
    />
  );
}
