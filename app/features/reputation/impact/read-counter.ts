import { createHash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Readers of a day that are told apart; beyond, the longest unseen are counted anew. */
const MOST_KNOWN = 100_000;
const MOST_WAITING = 20_000;

export type Read = {
  communityId: number;
  threadId: number;
  /** `null` for a guest. */
  memberId: number | null;
};

/**
 * Counts who reads a thread, once a day each (UTC). Readers are told apart by a hash with a random key
 * of the day that never leaves this process, so that nothing of them is kept: nobody can be followed
 * to the next day or looked up later.
 */
export class ReadCounter {
  readonly #seen = new LRUCache<string, true>({ max: MOST_KNOWN });
  #day = "";
  #key = randomBytes(32);
  #waiting: Read[] = [];

  /** `reader`: whatever tells a reader from another today. True when the read counts. */
  note(read: Read, reader: string, now: Date): boolean {
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = randomBytes(32);
      this.#seen.clear();
    }
    const name = createHash("sha256")
      .update(this.#key)
      .update(`${read.communityId} ${read.threadId} ${read.memberId ?? `guest ${reader}`}`)
      .digest("base64")
      .slice(0, 22);
    if (this.#seen.has(name)) return false;
    this.#seen.set(name, true);
    if (this.#waiting.length >= MOST_WAITING) return false;
    this.#waiting.push(read);
    return true;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** What waits to be kept; it is the caller's then. */
  take(): Read[] {
    const reads = this.#waiting;
    this.#waiting = [];
    return reads;
  }
}
