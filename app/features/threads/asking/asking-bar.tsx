import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { readLocal } from "../drafts/local-drafts.ts";
import { readAsking, type Asking } from "./asking-record.ts";
import "./asking-bar.css";

type Props = {
  threadId: number;
  /** The member's handle; `null` for a guest. */
  owner: string | null;
  /** The thread has an answer that can have solved it. */
  answered: boolean;
};

function askingOf(threadId: number, owner: string | null): Asking | null {
  const asking = readAsking(owner);
  if (!asking?.threads.includes(threadId)) return null;
  // A guest's draft is here or nowhere.
  return owner === null && !readLocal(null, asking.draftKey) ? null : asking;
}

/** On a thread that was suggested to somebody who is asking: the way back, and "This solved it". */
export function AskingBar({ threadId, owner, answered }: Props) {
  const t = useT();
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    const look = () => setAsking(askingOf(threadId, owner));
    look();
    // It may have been closed or posted in another tab, or on a page the browser kept.
    addEventListener("storage", look);
    addEventListener("pageshow", look);
    return () => {
      removeEventListener("storage", look);
      removeEventListener("pageshow", look);
    };
  }, [threadId, owner]);
  if (!asking) return null;
  const { draftKey, once, title } = asking;
  const back = draftKey === "ask" ? "/ask" : `/ask?draft=${encodeURIComponent(draftKey)}`;
  return (
    <section className="pl-asking pl-is-solved" aria-label={t("ask.barLabel")}>
      <p>
        {t("ask.barText")} <b dir="auto">{title}</b>
      </p>
      <Form method="post" action="/ask/solved" className="pl-btns">
        <input type="hidden" name="threadId" value={threadId} />
        <input type="hidden" name="draftKey" value={draftKey} />
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="title" value={title} />
        <ButtonLink size="sm" href={back}>
          {t("ask.barBack")}
        </ButtonLink>
        {answered ? (
          <Button size="sm" variant="primary" icon="check">
            {t("ask.similarSolved")}
          </Button>
        ) : null}
      </Form>
    </section>
  );
}
