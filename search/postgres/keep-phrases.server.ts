import type { Db } from "#db/client.server.ts";
import { splitWords } from "../analysis/split-words.ts";
import { loadDocuments } from "../load-documents.server.ts";
import type { ParsedQuery } from "../query/parse-query.ts";
import type { Ranked } from "./rank-candidates.server.ts";
import type { Place } from "./salt.ts";

/** Threads whose texts are read for phrases and for words to leave out. */
const READ = 200;

/** Words in their order, with a space on both sides, so that one is found in another. */
function lineOf(text: string): string {
  const words = splitWords(text).filter(({ kind }) => kind !== "joined");
  return ` ${words.map(({ text: word }) => word).join(" ")} `;
}

/** Keeps what holds each "exact phrase" and none of the -words, by the threads' present texts. */
export async function keepPhrases(
  db: Db,
  ranked: Ranked[],
  { place, parsed, locale }: { place: Place; parsed: ParsedQuery; locale: string },
): Promise<Ranked[]> {
  if (parsed.phrases.length === 0 && parsed.without.length === 0) return ranked;
  const phrases = parsed.phrases.map(lineOf).filter((line) => line.trim() !== "");
  const without = parsed.without.map(lineOf).filter((line) => line.trim() !== "");
  const read = ranked.slice(0, READ);
  const community = { id: place.communityId, locale };
  const changes = await loadDocuments(
    db,
    community,
    read.map(({ threadId }) => threadId),
  );
  const lines = new Map(
    changes.map(({ threadId, document }) => [
      threadId,
      document === null
        ? null
        : [document.title, document.opening, document.accepted, document.answers].map(lineOf),
    ]),
  );
  return read.filter(({ threadId }) => {
    const own = lines.get(threadId);
    if (!own) return false;
    const holds = (line: string) => own.some((field) => field.includes(line));
    return phrases.every(holds) && !without.some(holds);
  });
}
