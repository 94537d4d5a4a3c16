import { Form, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { VoteButton, VoteCount } from "#app/ui/vote-button.tsx";
import { ActionForm } from "../components/action-form.tsx";
import { FollowButton } from "../components/follow-button.tsx";
import type { SolvedAnswer, SolvedPage } from "./get-solved-page.server.ts";
import { bringBack, endAsking, hasSolved } from "./solved-draft.ts";
import "./asking-bar.css";

type Props = {
  page: SolvedPage;
  once: string;
  /** The member's handle; `null` for a guest. */
  owner: string | null;
};

/** Thanks for looking first: the answer, what one may do with it, and the way back. */
export function SolvedView({ page, once, owner }: Props) {
  const t = useT();
  const { threadId, href, title, answer } = page;
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone, and may have stood far down.
    whole.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <div className="pl-wrap pl-page pl-narrow pl-solved" tabIndex={-1} ref={whole}>
      <PageHead title={t("ask.solvedTitle")} lead={t("ask.solvedText")} />
      <section className="pl-solvedby" aria-labelledby="solved-by">
        <h2 className="pl-h-sec" id="solved-by">
          <a href={href} dir="auto">
            {title}
          </a>
        </h2>
        {answer ? <Answer answer={answer} guest={owner === null} /> : null}
        <div className="pl-btns">
          {owner === null ? null : (
            <FollowButton
              kind="thread"
              subject={String(threadId)}
              name={title}
              on={page.viewerFollows}
            />
          )}
          <ButtonLink href={href}>{t("ask.similarRead")}</ButtonLink>
        </div>
      </section>
      <Undo reopens={page.reopens} once={once} owner={owner} />
    </div>
  );
}

function Answer({ answer, guest }: { answer: SolvedAnswer; guest: boolean }) {
  const t = useT();
  const look = {
    label: t("thread.helpful"),
    count: formatNumber(t, answer.helpful),
    countLabel: t("thread.votes"),
  };
  const name = answer.who ?? t("common.formerMember");
  return (
    <Panel>
      <p className="pl-meta">
        {t("ask.similarBy", { official: answer.official ? "yes" : "no", name })}
      </p>
      <Prose html={answer.html} />
      {answer.canVote && !guest ? (
        <ActionForm action={`/p/${answer.id}/helpful`}>
          <VoteButton
            {...look}
            name="on"
            value={answer.viewerVoted ? "no" : "yes"}
            pressed={answer.viewerVoted}
          />
        </ActionForm>
      ) : (
        <VoteCount {...look} />
      )}
    </Panel>
  );
}

/** The way back to what was written: from the server for members, from this tab for guests. */
function Undo({ reopens, once, owner }: { reopens: boolean; once: string; owner: string | null }) {
  const t = useT();
  const go = useNavigate();
  const end = useCallback(
    (changed: () => void) => {
      endAsking(owner, once);
      changed();
      return () => {};
    },
    [owner, once],
  );
  const waits = useSyncExternalStore(
    end,
    () => owner === null && hasSolved(once),
    () => false,
  );
  if (!reopens && !waits) return null;
  return (
    <Form
      method="post"
      action="/ask/solved"
      className="pl-solvedby__undo"
      onSubmit={(event) => {
        if (!waits) return;
        event.preventDefault();
        bringBack(once);
        go("/ask");
      }}
    >
      <input type="hidden" name="once" value={once} />
      <p>{t("ask.solvedNot")}</p>
      <Button name="reopen" value="yes">
        {t("ask.solvedUndo")}
      </Button>
    </Form>
  );
}
