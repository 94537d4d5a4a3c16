import { useEffect, useLayoutEffect, useRef } from "react";

/** Calls the newest `listener` for an event of an element that React did not give a handler to. */
export function useListener<K extends keyof HTMLElementEventMap>(
  target: HTMLElement | null,
  name: K,
  listener: (event: HTMLElementEventMap[K]) => void,
): void {
  const newest = useRef(listener);
  useLayoutEffect(() => {
    newest.current = listener;
  });
  useEffect(() => {
    const call = (event: HTMLElementEventMap[K]) => newest.current(event);
    target?.addEventListener(name, call);
    return () => target?.removeEventListener(name, call);
  }, [target, name]);
}
