import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { Uploads } from "./uploads.ts";

type Guard = {
  box: RefObject<HTMLElement>;
  uploads: Uploads;
  /** Changes with what is on its way. */
  round: number;
  onWait: () => void;
  onFailed: () => void;
};

/**
 * Holds the form back while files are on their way, and sends it when they are there; with one that
 * failed it is not sent, for what it says would be missing something.
 */
export function useSendGuard({ box, uploads, round, onWait, onFailed }: Guard): void {
  const held = useRef<{ by: HTMLElement | null } | null>(null);
  const latest = useRef({ onWait, onFailed });
  useLayoutEffect(() => {
    latest.current = { onWait, onFailed };
  });
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return undefined;
    const hold = (event: SubmitEvent): void => {
      const { sending, failed } = uploads.count();
      // Drafts are saved by a button of their own.
      if (sending + failed === 0 || event.submitter?.hasAttribute("formaction")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.current = sending > 0 ? { by: event.submitter } : null;
      if (sending > 0) latest.current.onWait();
      else latest.current.onFailed();
    };
    form.addEventListener("submit", hold, true);
    return () => form.removeEventListener("submit", hold, true);
  }, [box, uploads]);
  useEffect(() => {
    const { sending, failed } = uploads.count();
    if (!held.current || sending > 0) return;
    const { by } = held.current;
    held.current = null;
    if (failed > 0) latest.current.onFailed();
    else box.current?.closest("form")?.requestSubmit(by);
  }, [box, uploads, round]);
}
