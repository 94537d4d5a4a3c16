import { can } from "#app/features/members/policy.ts";
import { rankThatUnlocks } from "#app/features/members/rank-that-unlocks.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { foreignParts } from "./rich-text/foreign-parts.ts";
import { escapeAttribute } from "./rich-text/escape-html.ts";
import type { DocumentJson } from "./rich-text/schema.ts";

type Place = {
  /** The text as it stood before an edit: what is in it already may stay. */
  before?: DocumentJson;
  /** What others wrote there may be quoted with its links and pictures. */
  threadId?: number;
};

/** Origins whose pages anybody may link to: the community's own, and those that the brand allowed. */
async function ownSites(ctx: Ctx): Promise<Set<string>> {
  const { db, community } = ctx;
  const hosts = await db
    .selectFrom("community_host")
    .select("host")
    .where("community_id", "=", community.id)
    .execute();
  const allowed = await db
    .selectFrom("community_origin")
    .select("origin")
    .where("community_id", "=", community.id)
    .execute();
  const base = new URL(community.baseUrl);
  const port = base.port === "" ? "" : `:${base.port}`;
  return new Set([
    base.origin,
    ...hosts.map(({ host }) => `${base.protocol}//${host}${port}`),
    ...allowed.map(({ origin }) => origin),
  ]);
}

/** Whether a piece of HTML stands in a published post of the thread. */
async function standsThere(ctx: Ctx, threadId: number, html: string): Promise<boolean> {
  const post = await ctx.db
    .selectFrom("post")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", threadId)
    .where("state", "=", "published")
    .where((eb) => eb(eb.fn<number>("strpos", ["html", eb.val(html)]), ">", 0))
    .limit(1)
    .executeTakeFirst();
  return post !== undefined;
}

async function refuse(ctx: Ctx, power: "post.links" | "post.images", site: string): Promise<never> {
  const rank = await rankThatUnlocks(ctx, power);
  const what = power === "post.links" ? "powers.noLinks" : "powers.noImages";
  throw new InvalidError(
    {
      body:
        rank === null
          ? { key: `${what}AtAll`, params: { site } }
          : { key: what, params: { site, rank } },
    },
    "newcomer",
  );
}

/**
 * Newcomers' limits: without the power no links to other sites and no pictures, but those that were in
 * the text before or stand in the thread already. Throws InvalidError (body) that names the rank which
 * unlocks it.
 */
export async function keepToLimits(ctx: Ctx, document: DocumentJson, place: Place): Promise<void> {
  const noLinks = !can(ctx.actor, "post.links", null);
  const noImages = !can(ctx.actor, "post.images", null);
  if (!noLinks && !noImages) return;
  const parts = foreignParts(document);
  const before = place.before ? foreignParts(place.before) : null;
  const links = noLinks ? [...parts.links].filter((link) => !before?.links.has(link)) : [];
  const images = noImages ? [...parts.images].filter((image) => !before?.images.has(image)) : [];
  if (links.length === 0 && images.length === 0) return;
  const there = async (html: string) =>
    place.threadId !== undefined && standsThere(ctx, place.threadId, html);
  const own = links.length > 0 ? await ownSites(ctx) : null;
  for (const link of links) {
    const url = URL.parse(link, ctx.community.baseUrl);
    if (url && own!.has(url.origin)) continue;
    if (!(await there(`"${escapeAttribute(link)}"`)))
      await refuse(ctx, "post.links", url?.host ?? link);
  }
  for (const image of images) {
    // A picture is shown in one of its sizes: the address goes on.
    if (!(await there(`"${escapeAttribute(image)}`))) await refuse(ctx, "post.images", "");
  }
}
