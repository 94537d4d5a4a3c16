import { Meilisearch } from "meilisearch";
import { getEnv } from "#app/lib/env.server.ts";

/** Searches that take longer are answered by PostgreSQL. */
const PATIENCE = 500;
const WRITING_PATIENCE = 30_000;

type Kind = "asking" | "writing";
const known = new Map<string, Meilisearch>();

/**
 * The configured Meilisearch; `null` when the embedded engine is all there is. Searches don't wait
 * long for it; what is written does.
 */
export function meilisearchClient(kind: Kind = "asking"): Meilisearch | null {
  const { MEILISEARCH_URL: host, MEILISEARCH_KEY: apiKey } = getEnv();
  if (!host) return null;
  const key = `${kind} ${host}`;
  let client = known.get(key);
  if (!client) {
    const timeout = kind === "asking" ? PATIENCE : WRITING_PATIENCE;
    client = new Meilisearch({ host, ...(apiKey ? { apiKey } : {}), timeout });
    known.set(key, client);
  }
  return client;
}

/** Index of a community: nothing of another one is in it. */
export function indexName(communityId: number): string {
  return `porchlight_${communityId}`;
}
