import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { SessionView } from "../list-sessions.server.ts";

export type ShownSession = Omit<SessionView, "startedAt"> & {
  started: { iso: string; text: string; title: string };
};

/** Where a member is signed in, each with a button that ends it. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const t = useT();
  const nameOf = ({ browser, system }: ShownSession) =>
    browser && system
      ? t("account.device", { browser, system })
      : (browser ?? system ?? t("account.deviceUnknown"));
  return (
    <Table
      caption={t("account.sessionsList")}
      hideCaption
      columns={[
        { label: t("account.columnDevice") },
        { label: t("account.columnNetwork"), wideOnly: true },
        { label: t("account.columnSince") },
        { label: t("account.columnEnd") },
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          <b key="device">{nameOf(session)}</b>,
          <bdi key="network">{session.network}</bdi>,
          <Time key="since" {...session.started} />,
          session.current ? (
            t("account.deviceThis")
          ) : (
            <form key="end" method="post">
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="session" value={session.id} />
              <Button
                size="sm"
                aria-label={t("account.deviceEndLabel", { device: nameOf(session) })}
              >
                {t("account.deviceEnd")}
              </Button>
            </form>
          ),
        ],
      }))}
    />
  );
}
