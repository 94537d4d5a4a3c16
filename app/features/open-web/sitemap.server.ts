import { Readable } from "node:stream";
import { sql } from "kysely";
import { SitemapIndexStream, SitemapStream } from "sitemap";
import { threadHref } from "#app/features/threads/thread-view.ts";
import { visibleThreads } from "#app/features/threads/visible-to.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** Ids a page of the map spans: which page a thread stands on never changes. */
export const IDS_A_PAGE = 10_000;
/** Rows held at a time. */
const BATCH = 500;
/** Characters sent at a time. */
const PIECE = 32_768;

type Bytes = ReadableStream<Uint8Array>;

function listed(ctx: Ctx) {
  return visibleThreads({ ...ctx, actor: GUEST })
    .where("thread.state", "=", "published")
    .where("thread.merged_into", "is", null);
}

function bytesOf(lines: AsyncIterable<unknown>, writer: SitemapStream | SitemapIndexStream): Bytes {
  const source = Readable.from(lines, { objectMode: true });
  source.on("error", (error) => writer.destroy(error));
  writer.on("close", () => source.destroy());
  const texts = Readable.toWeb(source.pipe(writer)) as ReadableStream<string>;
  return texts.pipeThrough(gathered()).pipeThrough(new TextEncoderStream());
}

/** One piece for many: the writer gives one an address. */
function gathered(): TransformStream<string, string> {
  let kept = "";
  return new TransformStream({
    transform(text, controller) {
      kept += String(text);
      if (kept.length < PIECE) return;
      controller.enqueue(kept);
      kept = "";
    },
    flush: (controller) => controller.enqueue(kept),
  });
}

async function* pages(ctx: Ctx) {
  const { baseUrl } = ctx.community;
  yield { url: `${baseUrl}/sitemap/places.xml` };
  const rows = await listed(ctx)
    .select((eb) => [
      sql<number>`(${eb.ref("thread.id")} - 1) / ${sql.lit(IDS_A_PAGE)} + 1`.as("page"),
      eb.fn.max("thread.last_activity_at").as("changed"),
    ])
    .groupBy("page")
    .orderBy("page")
    .execute();
  for (const { page, changed } of rows) {
    yield { url: `${baseUrl}/sitemap/threads/${page}.xml`, lastmod: changed.toISOString() };
  }
}

/** The index of a community's sitemaps: one of places, and one for each 10,000 thread ids in use. */
export function sitemapIndex(ctx: Ctx): Bytes {
  return bytesOf(pages(ctx), new SitemapIndexStream());
}

async function* threads(ctx: Ctx, page: number) {
  const { baseUrl } = ctx.community;
  const end = page * IDS_A_PAGE;
  let after = end - IDS_A_PAGE;
  for (;;) {
    const rows = await listed(ctx)
      .select(["thread.id", "thread.slug", "thread.last_activity_at"])
      .where("thread.id", ">", after)
      .where("thread.id", "<=", end)
      .orderBy("thread.id")
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      yield {
        url: baseUrl + threadHref(row.id, row.slug),
        lastmod: row.last_activity_at.toISOString(),
      };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/**
 * The threads of a page of the map that a guest may see, in the order of their ids. Throws
 * NotFoundError when it has none, since an empty map is not valid.
 */
export async function threadsSitemap(ctx: Ctx, page: number): Promise<Bytes> {
  const end = page * IDS_A_PAGE;
  const some = await listed(ctx)
    .select("thread.id")
    .where("thread.id", ">", end - IDS_A_PAGE)
    .where("thread.id", "<=", end)
    .limit(1)
    .executeTakeFirst();
  if (!some) throw new NotFoundError();
  return bytesOf(threads(ctx, page), new SitemapStream({ hostname: ctx.community.baseUrl }));
}

async function* places(ctx: Ctx) {
  const { id, baseUrl } = ctx.community;
  for (const path of ["/", "/ideas", "/discussions", "/announcements", "/tags"]) {
    yield { url: baseUrl + path };
  }
  const spaces = await ctx.db
    .selectFrom("space")
    .select("slug")
    .where("community_id", "=", id)
    .where("read_role", "=", "guest")
    .orderBy("position")
    .orderBy("id")
    .execute();
  for (const { slug } of spaces) yield { url: `${baseUrl}/s/${slug}` };
  let after = "";
  for (;;) {
    const tags = await ctx.db
      .selectFrom("tag")
      .select("slug")
      .where("community_id", "=", id)
      .where("thread_count", ">", 0)
      .where("slug", ">", after)
      .orderBy("slug")
      .limit(BATCH)
      .execute();
    for (const { slug } of tags) yield { url: `${baseUrl}/tag/${encodeURIComponent(slug)}` };
    if (tags.length < BATCH) return;
    after = tags.at(-1)!.slug;
  }
}

/** The home page, the lists by kind, and every space and tag that a guest may open. */
export function placesSitemap(ctx: Ctx): Bytes {
  return bytesOf(places(ctx), new SitemapStream({ hostname: ctx.community.baseUrl }));
}
