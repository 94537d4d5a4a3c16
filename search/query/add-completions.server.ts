import { FORM } from "../analysis/form.ts";
import { SETTINGS } from "../settings.ts";
import { findCompletions } from "../postgres/vocabulary.server.ts";
import type { TypedWord } from "./typed-words.server.ts";
import type { Vocabulary } from "./vocabulary.ts";

const COMPLETIONS = 12;

/** Words that a word being typed may become; says whether there are any. */
export async function addCompletions(
  { db, place }: Vocabulary,
  word: TypedWord | undefined,
): Promise<boolean> {
  if (!word || word.kind !== "word") return false;
  const found = await findCompletions(db, place, { start: word.text, limit: COMPLETIONS });
  for (const { word: form } of found) {
    if (form === word.text) continue;
    const weight = SETTINGS.alternatives.completion;
    word.alternatives.push({ terms: [FORM + form], weight, why: "completion" });
  }
  if (found.length > 0) word.stop = false;
  return found.length > 0;
}
