import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import type { SitemapMeasure } from "./testing/measure-sitemap.server.ts";
import { IDS_A_PAGE, placesSitemap, sitemapIndex, threadsSitemap } from "./sitemap.server.ts";

const MB = 1024 * 1024;
const THREADS = 100_000;
const { db, url } = await cloneDatabase();
const community = await makeCommunity(db, { slug: "brand" });
let ctx: Ctx;

/** Every hundredth is hidden, every hundredth is where guests may not read. */
async function makeThreads(): Promise<void> {
  const author = await makeMember(db, community);
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '5min'`.execute(tx);
    await sql`insert into thread (community_id, id, kind, space_id, author_id, title, slug, state, last_activity_at)
      select ${community.id}::int, n, 'question',
        case when n % 100 = 7 then ${community.spaces.lounge}::bigint else ${community.spaces.general}::bigint end,
        ${author.id}::bigint, 'Question ' || n, 'question-' || n,
        case when n % 100 = 3 then 'hidden' else 'published' end,
        timestamptz '2026-01-01 00:00Z' + make_interval(secs => n)
      from generate_series(1, ${THREADS}) n`.execute(tx);
  });
  await sql`analyze thread`.execute(db);
}

beforeAll(async () => {
  await makeThreads();
  ctx = makeCtx(db, community, GUEST);
}, 300_000);

const locs = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]!);
const read = (body: ReadableStream<Uint8Array>) => new Response(body).text();

describe("the sitemap over 100,000 threads", () => {
  it("lists each page once, with when it last changed", async () => {
    const xml = await read(sitemapIndex(ctx));
    expect(locs(xml)).toEqual([
      "http://brand.localhost/sitemap/places.xml",
      ...Array.from(
        { length: 10 },
        (_, n) => `http://brand.localhost/sitemap/threads/${n + 1}.xml`,
      ),
    ]);
    expect(xml).toContain("<lastmod>2026-01-01T02:46:40.000Z</lastmod>");
  });

  it("gives every thread a guest may see, once, in bounded memory", async () => {
    // In a process of its own, where nothing else is held.
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--experimental-strip-types",
      "--no-warnings",
      "--expose-gc",
      "app/features/open-web/testing/measure-sitemap.server.ts",
      url,
      String(community.id),
      String(THREADS / IDS_A_PAGE),
    ]);
    const { found, rise, looks } = JSON.parse(stdout) as SitemapMeasure;
    expect(found).toBe(98_000);
    expect(looks).toBeGreaterThan(20);
    // A page’s rows held at once would be three, those of all pages seventeen.
    expect(rise / MB).toBeLessThan(2);
  }, 240_000);

  it("names addresses and days, and leaves out what isn’t for guests", async () => {
    const xml = await read(await threadsSitemap(ctx, 2));
    const all = locs(xml);
    expect(all[0]).toBe("http://brand.localhost/t/10001/question-10001");
    expect(new Set(all).size).toBe(9_800);
    expect(xml).not.toContain("question-10003<");
    expect(xml).not.toContain("question-10007<");
    expect(xml).toContain("<lastmod>2026-01-01T02:46:41.000Z</lastmod>");
  });

  it("has no page where no thread is", async () => {
    await expect(threadsSitemap(ctx, 11)).rejects.toBeInstanceOf(NotFoundError);
    const other = makeCtx(db, await makeCommunity(db, { slug: "other" }), GUEST);
    await expect(threadsSitemap(other, 1)).rejects.toBeInstanceOf(NotFoundError);
    expect(locs(await read(sitemapIndex(other)))).toEqual([
      "http://other.localhost/sitemap/places.xml",
    ]);
  });

  it("lists spaces and tags that a guest may open", async () => {
    await db
      .insertInto("tag")
      .values([
        { community_id: community.id, slug: "wi fi & more", name: "x", thread_count: 1 },
        { community_id: community.id, slug: "unused", name: "y" },
      ])
      .execute();
    const all = locs(await read(placesSitemap(ctx)));
    expect(all).toContain("http://brand.localhost/s/general");
    expect(all).toContain("http://brand.localhost/tag/wi%20fi%20%26%20more");
    expect(all.join()).not.toMatch(/lounge|unused/);
  });
});
