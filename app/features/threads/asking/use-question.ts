import { useCallback, useEffect, useRef, useState } from "react";
import { detailsOf, isDetail } from "./field-details.ts";

/** What is being written, as far as the page looks at it. */
export type Question = {
  title: string;
  body: string;
  tried: string;
  tags: string;
  hasDetails: boolean;
};

const REST = 400;

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function read(form: HTMLFormElement): Question {
  const data = new FormData(form);
  return {
    title: textOf(data, "title"),
    body: textOf(data, "body"),
    tried: textOf(data, "tried"),
    tags: textOf(data, "tags"),
    hasDetails: Object.values(detailsOf(data)).some((value) => value.trim() !== ""),
  };
}

/**
 * Watches the ask form: the chosen space and kind at once, the texts when typing rests; `question` is `null`
 * until the page's script runs. `details` remembers what stood in the fields of every space that was
 * chosen, so that changing to and fro loses nothing.
 */
export function useQuestion(start: Record<string, string>) {
  const form = useRef<HTMLFormElement>(null);
  const [space, setSpace] = useState(start.spaceSlug ?? "");
  const [kind, setKind] = useState(start.kind ?? "question");
  const [question, setQuestion] = useState<Question | null>(null);
  const details = useRef(detailsOf(Object.entries(start)));
  const timer = useRef<ReturnType<typeof setTimeout>>();

  /** Takes over what stands in the form now. */
  const follow = useCallback((data: FormData) => {
    if (!form.current) return;
    const now = detailsOf(data);
    for (const { name } of [...form.current.elements] as HTMLInputElement[]) {
      if (name && isDetail(name) && !(name in now)) delete details.current[name];
    }
    Object.assign(details.current, now);
    setSpace(textOf(data, "spaceSlug"));
    setKind(textOf(data, "kind"));
  }, []);

  const onInput = useCallback(() => {
    if (form.current) follow(new FormData(form.current));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (form.current) setQuestion(read(form.current));
    }, REST);
  }, [follow]);

  const onRestored = useCallback((values: Record<string, string>) => {
    Object.assign(details.current, detailsOf(Object.entries(values)));
  }, []);

  useEffect(() => {
    // Something may have been chosen before the page's script ran.
    if (form.current) follow(new FormData(form.current));
    if (form.current) setQuestion(read(form.current));
    return () => clearTimeout(timer.current);
  }, [follow]);

  return { form, space, kind, question, details, onInput, onRestored };
}
