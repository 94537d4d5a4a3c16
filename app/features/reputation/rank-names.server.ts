import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { loadRanks, type RankList } from "./load-ranks.server.ts";
import { rankName } from "#app/features/members/rank-name.ts";

/** Ranks change rarely and every page names them; staleness is bounded by this, in milliseconds. */
const KEEP = 5_000;
const MOST_KEPT = 10_000;

type Entry = { until: number; list: Promise<RankList> };

/** By connection, so that two databases in one process never share an entry. */
const caches = new WeakMap<Db, Map<number, Entry>>();

function kept(db: Db, communityId: number): Promise<RankList> {
  const cache = caches.get(db) ?? new Map<number, Entry>();
  caches.set(db, cache);
  const known = cache.get(communityId);
  if (known && known.until > Date.now()) return known.list;
  if (cache.size > MOST_KEPT) cache.clear();
  const list = loadRanks(db, communityId);
  cache.set(communityId, { until: Date.now() + KEEP, list });
  list.catch(() => cache.delete(communityId));
  return list;
}

/** Names of the community's ranks, from the first, for what a page shows beside names. */
export async function rankNames({ db, community, t }: Ctx): Promise<string[]> {
  const { ranks } = await kept(db, community.id);
  return ranks.map((rank) => rankName(t, rank));
}
