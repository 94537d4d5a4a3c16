import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** How old a guest's page may be at most. Writes in this process drop it at once. */
const KEEP = 5_000;
const MAX_BYTES = 64 * 1024 * 1024;

export type CachedPage = {
  headers: [string, string][];
  etag: string;
  html: Buffer;
  br: Buffer;
  gzip: Buffer;
};

/**
 * Pages as a guest sees them, by community, locale, display choice and address. Nothing else may
 * change such a page, so nothing else is in the key.
 */
export class GuestPageCache {
  readonly #pages = new LRUCache<string, CachedPage>({
    maxSize: MAX_BYTES,
    sizeCalculation: (page, key) =>
      page.html.length + page.br.length + page.gzip.length + key.length,
    ttl: KEEP,
  });
  #generation = 0;

  get(key: string): CachedPage | undefined {
    return this.#pages.get(key);
  }

  /** To be read before a page is rendered: a write in between makes the page too old to keep. */
  get generation(): number {
    return this.#generation;
  }

  async make(html: Buffer, headers: [string, string][]): Promise<CachedPage> {
    const [br, gz] = await Promise.all([
      brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      zip(html, { level: 6 }),
    ]);
    const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
    return { headers, etag, html, br, gzip: gz };
  }

  put(key: string, page: CachedPage, generation: number): void {
    if (generation === this.#generation) this.#pages.set(key, page);
  }

  /** Called after every request that may have changed something. */
  clear(): void {
    this.#generation += 1;
    this.#pages.clear();
  }
}
