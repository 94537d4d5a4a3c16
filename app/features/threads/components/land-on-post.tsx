import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * After a form was sent the application changes the address by itself, and the browser, which only
 * does it for addresses it loads, goes to no post. This does: scrolls there, marks the post, and moves
 * the focus to it.
 */
export function LandOnPost() {
  const { key, hash } = useLocation();
  const first = useRef(key);

  useEffect(() => {
    if (first.current === key) return;
    first.current = "";
    for (const marked of document.querySelectorAll("[data-here]")) delete here(marked).here;
    const place = /^#[\w-]+$/.test(hash) ? document.querySelector<HTMLElement>(hash) : null;
    if (!place) return;
    here(place).here = "";
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }, [key, hash]);

  return null;
}

const here = (element: Element) => (element as HTMLElement).dataset;
