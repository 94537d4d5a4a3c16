import { useEffect, useState } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { WrittenText } from "./make-editor.ts";

type Shown = { html: string } | { problem: string } | null;

async function load({ document, markdown }: WrittenText, signal: AbortSignal): Promise<Shown> {
  const body = new URLSearchParams({ document, body: markdown });
  const answer = await fetch("/preview", { method: "POST", body, signal });
  return (await answer.json()) as Shown;
}

/** What is written as the server would store and show it. */
export function PreviewPane({ text }: { text: WrittenText }) {
  const t = useT();
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    const stop = new AbortController();
    load(text, stop.signal).then(setShown, () => {
      if (!stop.signal.aborted) setShown({ problem: "" });
    });
    return () => stop.abort();
  }, [text]);
  return (
    <section className="pl-editor__preview" aria-label={t("editor.preview")} aria-live="polite">
      {shown === null ? null : "html" in shown ? (
        <Prose html={shown.html} />
      ) : (
        <p>{shown.problem || t("editor.previewFailed")}</p>
      )}
    </section>
  );
}
