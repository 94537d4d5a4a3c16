import type { TimeText } from "#app/i18n/format-time.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";

type Props = { mails: { id: number; to: string; subject: string; when: TimeText }[] };

/** The mails that a demo wrote, newest first. */
export function OutboxList({ mails }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-stack">
      <PageHead title={t("account.outboxTitle")} lead={t("account.outboxLead")} />
      {mails.length === 0 ? (
        <Empty icon="mail" title={t("account.outboxEmpty")}>
          {t("account.outboxEmptyText")}
        </Empty>
      ) : (
        <Table
          caption={t("account.outboxTitle")}
          hideCaption
          columns={[
            { label: t("account.outboxSubject") },
            { label: t("account.outboxTo") },
            { label: t("account.outboxWhen") },
          ]}
          rows={mails.map(({ id, subject, to, when }) => ({
            key: String(id),
            cells: [
              <a key="subject" href={`/outbox/${id}`} dir="auto">
                {subject}
              </a>,
              <bdi key="to">{to}</bdi>,
              <Time key="when" {...when} />,
            ],
          }))}
        />
      )}
    </div>
  );
}
