/** What this browser remembers of a question that is being written, for the threads it may send to. */
export type Asking = {
  /** Random text by which the question is closed and counted once. */
  once: string;
  draftKey: string;
  /** The member's handle; `null` for a guest. */
  owner: string | null;
  title: string;
  /** Threads that were shown as similar. */
  threads: number[];
  at: number;
};

const PLACE = "porchlight:asking";
const DAY = 86_400_000;
const MOST = 40;

function parse(text: string | null): Asking | null {
  const stored: unknown = JSON.parse(text ?? "null");
  if (typeof stored !== "object" || stored === null) return null;
  const { once, draftKey, owner, title, threads, at } = stored as Partial<Asking>;
  if (typeof once !== "string" || typeof draftKey !== "string" || typeof title !== "string")
    return null;
  if (typeof at !== "number" || !Array.isArray(threads)) return null;
  return { once, draftKey, owner: owner ?? null, title, threads, at };
}

/** The question that this person writes here, of the last day; also `null` where storage is closed. */
export function readAsking(owner: string | null): Asking | null {
  try {
    const asking = parse(localStorage.getItem(PLACE));
    return asking && asking.owner === owner && asking.at > Date.now() - DAY ? asking : null;
  } catch {
    return null;
  }
}

/** Remembers what is being asked, with the threads shown before. Where that isn't possible, quietly not. */
export function keepAsking(asking: Omit<Asking, "at">): void {
  try {
    const before = readAsking(asking.owner);
    const threads =
      before?.once === asking.once ? [...asking.threads, ...before.threads] : asking.threads;
    const kept = { ...asking, threads: [...new Set(threads)].slice(0, MOST), at: Date.now() };
    localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Then no bar leads back from the thread; the draft is kept all the same.
  }
}

/** Forgets it: it was posted or solved. */
export function forgetAsking(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Storage that can't be opened holds nothing of ours.
  }
}
