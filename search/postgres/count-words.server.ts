import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { nearHashes } from "../analysis/near-words.ts";
import type { Place } from "./salt.ts";

/** Words of one document, as search_word counts them. */
export type DocumentWords = { title_terms: string[]; terms: string[]; forms: string[] };

type Change = { titles: number; documents: number; forms: number };
const LONGEST = 60;

class Changes {
  readonly byWord = new Map<string, Change>();

  add(words: DocumentWords | undefined, sign: 1 | -1): void {
    if (!words) return;
    for (const word of words.title_terms) this.#of(word).titles += sign;
    for (const word of words.terms) this.#of(word).documents += sign;
    for (const word of words.forms) this.#of(word).forms += sign;
  }

  #of(word: string): Change {
    let change = this.byWord.get(word);
    if (!change) this.byWord.set(word, (change = { titles: 0, documents: 0, forms: 0 }));
    return change;
  }
}

/**
 * Keeps the counts of words with their documents, in the transaction that writes those. Words are
 * locked in one order, so that two writers wait instead of blocking each other.
 */
export async function countWords(
  tx: Tx,
  { communityId, generation }: Place,
  pairs: { before: DocumentWords | undefined; after: DocumentWords | undefined }[],
): Promise<void> {
  const changes = new Changes();
  for (const { before, after } of pairs) {
    changes.add(before, -1);
    changes.add(after, 1);
  }
  const changed = [...changes.byWord]
    .filter(([word, c]) => word.length <= LONGEST && (c.titles || c.documents || c.forms))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (changed.length === 0) return;
  const rows = changed.map(([word, change]) => ({ word, ...change, near: nearHashes(word) }));
  await sql`
    insert into search_word as known (community_id, generation, word, titles, documents, forms, near)
    select ${communityId}::int, ${generation}::int, word, titles, documents, forms,
      array(select jsonb_array_elements_text(near)::int)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(word text, titles int, documents int, forms int, near jsonb)
    on conflict (community_id, generation, word) do update set
      titles = known.titles + excluded.titles,
      documents = known.documents + excluded.documents,
      forms = known.forms + excluded.forms
  `.execute(tx);
}
