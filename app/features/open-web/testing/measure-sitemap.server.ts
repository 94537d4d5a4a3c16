import { Readable } from "node:stream";
import { GUEST } from "#app/lib/ctx.ts";
import { connect } from "#db/client.server.ts";
import { makeCtx } from "#db/testing/make.ts";
import { threadsSitemap } from "../sitemap.server.ts";

/** Pieces between two looks: each takes a while. */
const LOOK_EACH = 5;

/** What the process found: addresses, and how far live memory rose while pages were read. */
export type SitemapMeasure = { found: number; rise: number; looks: number };

/** Bytes that are held when everything that can go is gone: not how long the engine puts that off. */
async function liveBytes(): Promise<number> {
  for (let i = 0; i < 2; i += 1) {
    await globalThis.gc?.({ execution: "async", type: "major" });
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * Reads a community's pages of the map, looking at live memory while each comes. Started
 * in a process of its own with `--expose-gc`, the database's address, the community's id, and how
 * many pages; writes a SitemapMeasure as JSON.
 */
async function main([url = "", communityId, pages]: string[]): Promise<SitemapMeasure> {
  if (!globalThis.gc) throw new Error("start it with --expose-gc");
  const { db, close } = connect(url, { max: 2 });
  const community = {
    id: Number(communityId),
    slug: "brand",
    name: "Brand",
    tagline: "",
    locale: "en",
    localeOpen: false,
    timeZone: "UTC",
    baseUrl: "http://brand.localhost",
    themeHash: "",
    logoUrl: null,
  };
  const ctx = makeCtx(db, community, GUEST);
  const measure = { found: 0, rise: 0, looks: 0 };
  let rest = 0;
  let pieces = 0;
  for (let page = 1; page <= Number(pages); page += 1) {
    const decoder = new TextDecoder();
    let tail = "";
    for await (const part of Readable.fromWeb((await threadsSitemap(ctx, page)) as never)) {
      const text = tail + decoder.decode(part as Uint8Array, { stream: true });
      measure.found += text.split("<loc>").length - 1;
      tail = text.slice(-4);
      pieces += 1;
      if (page === 1 || pieces % LOOK_EACH !== 0) continue;
      measure.looks += 1;
      measure.rise = Math.max(measure.rise, (await liveBytes()) - rest);
    }
    // The first page warms up code and connections.
    if (page === 1) rest = await liveBytes();
  }
  await close();
  return measure;
}

process.stdout.write(JSON.stringify(await main(process.argv.slice(2))));
