import { useRef, type MouseEvent } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { ActLink } from "#app/ui/button.tsx";
import { offerQuote } from "../editor/quoted.ts";

/** The HTML of a part of a post, without the buttons that reading adds to it. */
function htmlOf(part: DocumentFragment): string {
  for (const button of part.querySelectorAll(".pl-code__copy")) button.remove();
  const holder = document.createElement("div");
  holder.append(part);
  return holder.innerHTML;
}

function wholeOf(prose: Element): string {
  const range = document.createRange();
  range.selectNodeContents(prose);
  return htmlOf(range.cloneContents());
}

/** The HTML of what is selected in a post, "" when nothing of it is. */
function selectedIn(prose: Element): string {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  if (!prose.contains(range.commonAncestorContainer)) return "";
  return htmlOf(range.cloneContents());
}

/**
 * Quotes what is selected of a post, or its beginning, into the answer box. Without JavaScript it
 * leads to the page with the quote in the box.
 */
export function QuoteAction({ postId, author }: { postId: number; author: string }) {
  const t = useT();
  // Pressing the link may already have taken the selection away.
  const selected = useRef("");
  const href = `?quote=${postId}#answer`;
  const prose = () => document.querySelector(`#post-${postId} .pl-prose`);

  const onClick = (event: MouseEvent): void => {
    const text = prose();
    if (!text || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const html = selectedIn(text) || selected.current || wholeOf(text);
    if (offerQuote({ html, author, href })) event.preventDefault();
    selected.current = "";
  };
  return (
    <ActLink
      icon="quote"
      flip
      href={href}
      label={t("editor.quotePost")}
      aria-label={t("editor.quotePostOf", { name: author })}
      onPointerDown={() => {
        const text = prose();
        selected.current = text ? selectedIn(text) : "";
      }}
      onClick={onClick}
    />
  );
}
