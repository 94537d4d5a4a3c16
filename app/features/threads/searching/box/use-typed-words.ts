import { useRef, useState } from "react";
import { tidyWords } from "./typed-words.ts";
import { useListener } from "./use-listener.ts";

/**
 * What stands in a box, tidied. Between the keys of an input method it stays what it was: nothing is
 * looked for until a word is there.
 */
export function useTypedWords(input: HTMLInputElement): string {
  const [words, setWords] = useState(() => tidyWords(input.value));
  const isComposing = useRef(false);
  const read = () => {
    if (!isComposing.current) setWords(tidyWords(input.value));
  };
  useListener(input, "compositionstart", () => (isComposing.current = true));
  useListener(input, "compositionend", () => {
    isComposing.current = false;
    read();
  });
  useListener(input, "input", read);
  return words;
}
