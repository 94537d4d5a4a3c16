import type { SeedEdit, SeedPost, SeedState } from "./types.ts";

interface PostFacts {
  /** Minutes after the thread started. */
  after: number;
  helpful?: number;
  official?: boolean;
  state?: SeedState;
  edits?: SeedEdit[];
}

/** Markdown written over several lines of source, without the line breaks at either end. */
export function text(strings: TemplateStringsArray): string {
  return strings.join("").trim();
}

/** An answer to a thread; its Markdown follows as a template. */
export function answer(key: string, author: string, facts: PostFacts) {
  return (strings: TemplateStringsArray): SeedPost => ({
    key,
    kind: "answer",
    author,
    ...times(facts),
    body: text(strings),
  });
}

/** A reply to the post `parentKey`, written `[its own key, parentKey]`; its Markdown follows. */
export function reply(keys: [key: string, parentKey: string], author: string, facts: PostFacts) {
  return (strings: TemplateStringsArray): SeedPost => ({
    key: keys[0],
    kind: "reply",
    parentKey: keys[1],
    author,
    ...times(facts),
    body: text(strings),
  });
}

function times({ after, helpful, ...rest }: PostFacts) {
  return { minutesAfter: after, helpful: helpful ?? 0, ...rest };
}
