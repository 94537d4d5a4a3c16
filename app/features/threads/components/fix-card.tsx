import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { RailCard } from "#app/ui/rail.tsx";
import type { ThreadView } from "../thread-view.ts";

type Props = {
  thread: ThreadView;
  /** What the address says was just said: guests' pages know nobody. */
  said: boolean | null;
};

/** Asks whether the accepted or official answer worked. */
export function FixCard({ thread, said }: Props) {
  const t = useT();
  if (!thread.can.reportFix) return null;
  const earlier =
    thread.viewerFix === null ? null : t(thread.viewerFix ? "fix.saidYes" : "fix.saidNo");
  return (
    <div id="did-it-fix">
      <RailCard title={t("fix.title")}>
        {said === true ? <output>{t("fix.thanks")}</output> : null}
        {said !== true && earlier !== null ? <p>{earlier}</p> : null}
        {said === true ? null : (
          <Form method="post" action={`/t/${thread.id}/do/fix`}>
            <Actions>
              <Button size="sm" icon="check" name="works" value="yes">
                {t("fix.yes")}
              </Button>
              <Button size="sm" name="works" value="no">
                {t("fix.no")}
              </Button>
            </Actions>
          </Form>
        )}
      </RailCard>
    </div>
  );
}
