import { readLocal, removeLocal, writeLocal, type LocalDraft } from "../drafts/local-drafts.ts";
import { forgetAsking, readAsking } from "./asking-record.ts";

const PLACE = "porchlight:solved";

type Solved = { once: string; draftKey: string; draft: LocalDraft };

function readSolved(once: string): Solved | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(PLACE) ?? "null") as Partial<Solved> | null;
    const { draft, draftKey } = stored ?? {};
    if (stored?.once !== once || !draft || typeof draftKey !== "string") return null;
    return { once, draftKey, draft };
  } catch {
    return null;
  }
}

/**
 * Ends the question `once` in this browser; a guest's text waits in this tab to be brought back. Does
 * nothing for one that ended before: another may have been begun.
 */
export function endAsking(owner: string | null, once: string): void {
  const asking = readAsking(owner);
  if (asking?.once !== once) return;
  const draft = readLocal(owner, asking.draftKey);
  try {
    if (owner === null && draft) {
      sessionStorage.setItem(PLACE, JSON.stringify({ once, draftKey: asking.draftKey, draft }));
    }
  } catch {
    // It can't be brought back then.
  }
  removeLocal(owner, asking.draftKey);
  forgetAsking();
}

/** Whether a guest's question can be brought back. */
export function hasSolved(once: string): boolean {
  return readSolved(once) !== null;
}

/** Makes a guest's question a draft again. */
export function bringBack(once: string): void {
  const solved = readSolved(once);
  if (!solved) return;
  writeLocal(null, solved.draftKey, { ...solved.draft, at: Date.now() });
  sessionStorage.removeItem(PLACE);
}
