import { useFetchers } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { MessageKey } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What is said once a small form was done, by the last part of its address; switches say which way. */
const DONE: Record<string, MessageKey | { yes: MessageKey; no: MessageKey }> = {
  helpful: { yes: "reading.didVote", no: "reading.didUnvote" },
  bookmark: { yes: "reading.didBookmark", no: "reading.didUnbookmark" },
  "same-here": { yes: "reading.didSame", no: "reading.didUnsame" },
  follow: { yes: "reading.didFollow", no: "reading.didUnfollow" },
  accept: "reading.didAccept",
  unaccept: "reading.didUnaccept",
  "mark-official": "reading.didOfficial",
  "unmark-official": "reading.didUnofficial",
  delete: "reading.didDelete",
  restore: "reading.didRestore",
  unhide: "reading.didUnhide",
  unlock: "reading.didUnlock",
  "undo-duplicate": "powers.didUndo",
  pin: "powers.didPin",
  unpin: "powers.didUnpin",
  invite: "seen.didInvite",
  display: "reading.displaySaved",
};

type Sent = { verb: string; on: boolean; from: string | null; failure: string | null };

function messageOf({ verb, on }: Sent): MessageKey | null {
  const done = DONE[verb];
  if (!done) return null;
  return typeof done === "string" ? done : on ? done.yes : done.no;
}

/** The post that has the focus, or holds what has it. */
function focusedPost(): string | null {
  return document.activeElement?.closest("article[id]")?.id ?? null;
}

/**
 * Puts a focus that was lost with its button where it was: on the post, which may stand elsewhere now,
 * or on the head of the page when the post is gone.
 */
function keepFocus(from: string | null): void {
  const active = document.activeElement;
  if (active && active !== document.body && active.isConnected) return;
  const post = from === null ? null : document.getElementById(from);
  const place = post ?? document.querySelector<HTMLElement>("main h1");
  if (!place) return;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: post === null });
}

/**
 * Stands once in the frame of every page: says what became of each small form, shows why one failed,
 * and keeps the focus from getting lost when its button goes.
 */
export function ActionResults() {
  const t = useT();
  const fetchers = useFetchers();
  const sent = useRef(new Map<string, Sent>());
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const under = new Set<string>();
    for (const { key, formAction, formData, data } of fetchers) {
      under.add(key);
      const known = sent.current.get(key);
      const result = data as { ok?: boolean; error?: string } | undefined;
      if (!known && formAction && formData) {
        const verb = new URL(formAction, location.href).pathname.split("/").at(-1) ?? "";
        const on = formData.get("on") !== "no";
        sent.current.set(key, { verb, on, from: focusedPost(), failure: null });
        setFailure(null);
      } else if (known && result?.ok === false) known.failure = result.error ?? null;
    }
    for (const [key, one] of sent.current) {
      if (under.has(key)) continue;
      sent.current.delete(key);
      document.querySelector<HTMLElement>(".pl-menu:popover-open")?.hidePopover();
      const message = messageOf(one);
      if (one.failure !== null) setFailure(one.failure);
      else if (message) announce(t(message));
      keepFocus(one.from);
    }
  }, [fetchers, t]);

  if (failure === null) return null;
  return (
    <div className="pl-corner">
      <Notice
        state="danger"
        alert
        action={
          <Button size="sm" type="button" onClick={() => setFailure(null)}>
            {t("reading.close")}
          </Button>
        }
      >
        {failure}
      </Notice>
    </div>
  );
}
