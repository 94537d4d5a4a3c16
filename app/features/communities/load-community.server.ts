import type { Community } from "#app/lib/ctx.ts";
import { getEnv } from "#app/lib/env.server.ts";
import type { Db } from "#db/client.server.ts";

/** Communities change rarely and every request needs one; staleness is bounded by this. */
const KEEP = 5_000;

type Entry = { until: number; community: Promise<Community | null> };

/** By connection, so that two databases in one process never share an entry. */
const caches = new WeakMap<Db, Map<string, Entry>>();

function query(db: Db) {
  return db
    .selectFrom("community")
    .innerJoin("community_host as host", (join) =>
      join.onRef("host.community_id", "=", "community.id").on("host.is_primary", "=", true),
    )
    .select([
      "community.id",
      "community.slug",
      "community.name",
      "community.tagline",
      "community.locale",
      "community.locale_open",
      "community.time_zone",
      "community.theme_hash",
      "community.logo_hash",
      "host.host",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function view(row: Row): Community {
  const { publicUrl } = getEnv();
  const port = publicUrl.port === "" ? "" : `:${publicUrl.port}`;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    tagline: row.tagline,
    locale: row.locale,
    localeOpen: row.locale_open,
    timeZone: row.time_zone,
    themeHash: row.theme_hash,
    logoUrl: row.logo_hash === "" ? null : `/logo/${row.logo_hash}.svg`,
    baseUrl: `${publicUrl.protocol}//${row.host}${port}`,
  };
}

function cached(db: Db, key: string, load: () => Promise<Community | null>) {
  const cache = caches.get(db) ?? new Map<string, Entry>();
  caches.set(db, cache);
  const known = cache.get(key);
  if (known && known.until > Date.now()) return known.community;
  if (cache.size > 10_000) cache.clear();
  const community = load();
  cache.set(key, { until: Date.now() + KEEP, community });
  community.catch(() => cache.delete(key));
  return community;
}

/** The community that lives at a host name (without a port), or `null`. */
export function findCommunityByHost(db: Db, host: string): Promise<Community | null> {
  return cached(db, `host:${host}`, async () => {
    const row = await query(db)
      .where("community.id", "=", (eb) =>
        eb.selectFrom("community_host as h").select("h.community_id").where("h.host", "=", host),
      )
      .executeTakeFirst();
    return row ? view(row) : null;
  });
}

/** A community by id, or `null`. */
export function loadCommunity(db: Db, id: number): Promise<Community | null> {
  return cached(db, `id:${id}`, async () => {
    const row = await query(db).where("community.id", "=", id).executeTakeFirst();
    return row ? view(row) : null;
  });
}

/** Forgets what is cached of a database, after a community was changed in this process. */
export function forgetCommunities(db: Db): void {
  caches.delete(db);
}
