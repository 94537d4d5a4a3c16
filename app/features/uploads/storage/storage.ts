/** A stored file being read. */
export type StoredBytes = { body: ReadableStream<Uint8Array>; bytes: number };

/**
 * Where files lie. Keys are paths of plain words: `1/ab/abcdef…/full.webp`. The same key always holds
 * the same content, so that writing again, or removing what is gone, is no fault.
 */
export type Storage = {
  /** Writes it whole or not at all. */
  put: (key: string, content: { bytes: Uint8Array; mime: string }) => Promise<void>;
  /** `null` when it isn't there. */
  get: (key: string) => Promise<StoredBytes | null>;
  has: (key: string) => Promise<boolean>;
  remove: (key: string) => Promise<void>;
  /** Removes what writes that were cut off more than a day ago left behind. */
  tidy: () => Promise<void>;
};

const KEY = /^[0-9a-z]+(?:\/[0-9a-z]+(?:\.[0-9a-z]+)?)+$/;

/** Throws for a key that could lead anywhere else. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a storage key: ${key}`);
  return key;
}
