import { useEffect, useRef, useState } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import type { SaverStatus } from "../drafts/draft-saver.ts";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import { keepDraft } from "../drafts/keep-draft.ts";

type Props = {
  draftKey: string;
  /** What the form opened with. */
  draft: DraftView | null;
  /** The member's handle; `null` for a guest. */
  owner: string | null;
  /** A failed submit is shown. */
  failed: boolean;
  /** Told what waited in this browser, before it stands in the form. */
  onRestored?: (values: Record<string, string>) => void;
};

const SAYS = {
  idle: null,
  saving: "draft.saving",
  saved: "draft.saved",
  failed: "draft.failed",
  restored: "draft.restored",
} as const;

/**
 * Inside a form: keeps what is typed in it. Without JavaScript a button saves it; with it that
 * happens by itself and is said here.
 */
export function DraftKeeper({ draftKey, draft, owner, failed, onRestored }: Props) {
  const t = useT();
  const mark = useRef<HTMLInputElement>(null);
  const kept = useRef<ReturnType<typeof keepDraft> | null>(null);
  const [status, setStatus] = useState<SaverStatus | "restored">(draft ? "restored" : "idle");
  // Read when the form opens; what is saved later changes nothing of it.
  const opened = useRef({ sequence: draft?.sequence ?? 0, savedAt: draft?.savedAt ?? 0, failed });
  const restored = useRef(onRestored);
  useEffect(() => {
    const form = mark.current?.form;
    if (!form) return;
    const told = { onStatus: setStatus, onRestored: restored.current };
    kept.current = keepDraft({ form, draftKey, owner, ...opened.current, ...told });
    return () => kept.current?.stop();
  }, [draftKey, owner]);
  const says = SAYS[status];
  return (
    <div className="pl-draft">
      <input ref={mark} type="hidden" name="draftKey" value={draftKey} />
      <output className="pl-meta">{says ? t(says) : null}</output>
      {owner === null ? null : (
        <Button
          variant="quiet"
          size="sm"
          formAction="/drafts"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            kept.current?.save();
          }}
        >
          {t("draft.save")}
        </Button>
      )}
    </div>
  );
}
