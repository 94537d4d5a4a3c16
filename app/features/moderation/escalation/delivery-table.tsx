import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { DeliveryView } from "./get-escalation-settings.server.ts";

/** What became of messages, each with another try where it failed. */
export function DeliveryTable({ rows, caption }: { rows: DeliveryView[]; caption: string }) {
  const t = useT();
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { label: t("escalation.columnWhen") },
        { label: t("escalation.columnWay") },
        { label: t("escalation.columnState") },
        { label: t("escalation.columnTries"), numeric: true },
        { label: t("escalation.columnAgain") },
      ]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <Time key="at" {...row.at} />,
          row.escalationId === null
            ? t("escalation.testOf", { channel: row.channel })
            : t("escalation.channel", { channel: row.channel }),
          <span key="state">
            {t("escalation.deliveryState", { state: row.status })}{" "}
            {row.error === "" ? null : <code dir="ltr">{row.error}</code>}
          </span>,
          new Intl.NumberFormat(t.locale).format(row.tries),
          row.status === "failed" ? (
            <Form key="again" method="post" action="/staff/escalations">
              <input type="hidden" name="do" value="retry" />
              <input type="hidden" name="delivery" value={row.id} />
              <Button size="sm">{t("escalation.retry")}</Button>
            </Form>
          ) : (
            "–"
          ),
        ],
      }))}
    />
  );
}
