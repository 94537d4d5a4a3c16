import { Meilisearch } from "meilisearch";
import { getEnv } from "#app/lib/env.server.ts";

/** Searches that take longer are answered by PostgreSQL. */
const PATIENCE = 700;

let known: { url: string; client: Meilisearch } | undefined;

/** The configured Meilisearch; `null` when the embedded engine is all there is. */
export function meilisearchClient(): Meilisearch | null {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: apiKey } = getEnv();
  if (!url) return null;
  if (known?.url !== url) {
    known = {
      url,
      client: new Meilisearch({ host: url, ...(apiKey ? { apiKey } : {}), timeout: PATIENCE }),
    };
  }
  return known.client;
}

/** Index of a community: nothing of another one is in it. */
export function indexName(communityId: number): string {
  return `porchlight_${communityId}`;
}
