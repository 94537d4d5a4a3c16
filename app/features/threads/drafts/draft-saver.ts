export type Sent = { saved: boolean; stored: number };
export type SaverStatus = "idle" | "saving" | "saved" | "failed";

type Options = {
  /** The form's present content, comparable. */
  read: () => string;
  /** What was there when the form came from the server. */
  opened: string;
  /** Sends it; `null` when it could not be saved. `leaving`: the page is going away. */
  send: (content: string, sequence: number, leaving: boolean) => Promise<Sent | null>;
  onStatus: (status: SaverStatus) => void;
  /** The counter of what is stored already. */
  sequence: number;
  now?: () => number;
};

export type DraftSaver = {
  /** Something may have changed: it is saved when typing rests. */
  touched: () => void;
  /** Saves what is unsaved now. */
  flush: (leaving?: boolean) => void;
  /** The form is being sent: nothing is saved until something is typed again. */
  pause: () => void;
  /** Makes the next save send what is there even when it equals what was read first. */
  dirty: () => void;
};

const REST = 1_000;
const LONGEST = 5_000;
const RETRY = 5_000;

/**
 * Saves a form while one types in it: once typing rests for a second, at the latest after five, one
 * request at a time, with a counter that never falls behind the stored one. Knows nothing of forms.
 */
export function createDraftSaver(options: Options): DraftSaver {
  const { read, send, onStatus } = options;
  const now = options.now ?? Date.now;
  let sequence = options.sequence;
  let known: string | null = options.opened;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let busy = false;
  let paused = false;

  const plan = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
  };

  const run = async (leaving = false): Promise<void> => {
    clearTimeout(timer);
    since = null;
    if (paused || (busy && !leaving)) return;
    const content = read();
    if (content === known) return;
    sequence = Math.max(sequence + 1, now());
    const own = sequence;
    busy = true;
    onStatus("saving");
    const sent = await send(content, own, leaving);
    busy = false;
    if (!sent) {
      onStatus("failed");
      if (!leaving) plan(RETRY);
      return;
    }
    sequence = Math.max(sequence, sent.stored);
    // Somebody else's counter is ahead (another tab, another clock): once more, above it.
    if (!sent.saved && sent.stored > own) return plan(0);
    known = content;
    if (read() === content) onStatus("saved");
    else plan(REST);
  };

  return {
    touched: () => {
      paused = false;
      since ??= now();
      plan(Math.max(0, Math.min(REST, since + LONGEST - now())));
    },
    flush: (leaving = false) => void run(leaving),
    pause: () => {
      paused = true;
      clearTimeout(timer);
    },
    dirty: () => {
      known = null;
    },
  };
}
