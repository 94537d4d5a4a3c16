import { Form, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { CasePane } from "./case-pane.tsx";
import type { DeskFailure } from "./desk-failure.ts";
import "./desk.css";
import type { DeskPage, OpenCase } from "./desk-page.ts";
import { MemberPane } from "./member-pane.tsx";
import { QueuePane } from "./queue-pane.tsx";
import { useDeskKeys } from "./use-desk-keys.ts";

type Props = { page: DeskPage; brand: string; failure: DeskFailure | null };

const KEYS = ["jk", "a", "h", "m", "r", "n", "x", "z"] as const;

/** Whoever opens a case has it in hand: others see that. */
function useClaim(open: OpenCase | null): void {
  const { submit, state } = useFetcher();
  const free = open !== null && open.claim === null ? open.id : null;
  useEffect(() => {
    if (free === null || state !== "idle") return;
    submit({ intent: "claim", case: free }, { method: "post" });
    // Once a case: another's claim that ends meanwhile is no reason to take it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [free]);
}

/** One place for all that waits: queue, case, member; one pane at a time in a narrow page. */
export function DeskView({ page, brand, failure }: Props) {
  const t = useT();
  const { open } = page;
  useDeskKeys();
  useClaim(open);
  return (
    <div className="pl-desk">
      <h1 className="pl-hide">{t("desk.title")}</h1>
      {page.undo ? <Undo undo={page.undo} /> : null}
      {page.done === null ? null : (
        <Notice state="solved">{t("desk.done", { count: page.done })}</Notice>
      )}
      <nav className="pl-desk__panes" aria-label={t("desk.panes")}>
        <a href="#queue">{t("desk.paneQueue")}</a>
        {open ? <a href="#case">{t("desk.paneCase")}</a> : null}
        {open ? <a href="#member">{t("desk.paneMember")}</a> : null}
      </nav>
      <div className="pl-desk__in">
        <QueuePane page={page} failure={failure} />
        {open ? (
          <>
            <CasePane
              key={`case-${open.id}`}
              open={open}
              answerKey={page.answerKey}
              brand={brand}
              failure={failure}
            />
            <MemberPane
              key={`member-${open.id}`}
              open={open}
              canned={page.canned}
              brand={brand}
              failure={failure}
            />
          </>
        ) : (
          <section className="pl-pane pl-pane--case" id="case">
            <Empty title={t(page.waiting === 0 ? "desk.allDone" : "desk.chooseOne")} icon="solved">
              {page.waiting === 0 ? t("desk.allDoneText") : t("desk.chooseOneText", { key: "J" })}
            </Empty>
          </section>
        )}
      </div>
      <ul className="pl-desk__keys" aria-label={t("desk.keys")}>
        {KEYS.map((keys) => (
          <li key={keys}>
            {keys.split("").map((key) => (
              <kbd key={key} className="pl-kbd">
                {key.toUpperCase()}
              </kbd>
            ))}
            {t(`desk.key.${keys}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Undo({ undo }: { undo: NonNullable<DeskPage["undo"]> }) {
  const t = useT();
  return (
    <Notice
      state="solved"
      action={
        <Form method="post">
          <input type="hidden" name="intent" value="undo" />
          <input type="hidden" name="decision" value={undo.decisionId} />
          <Button size="sm" data-desk-key="z" aria-keyshortcuts="z">
            {t("desk.undo")}
          </Button>
        </Form>
      }
    >
      <span dir="auto">{undo.text}</span>
    </Notice>
  );
}
