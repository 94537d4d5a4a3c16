import { recordSearch } from "#app/features/insights/record-search.server.ts";
import { isEnough } from "#app/features/threads/asking/enough-title.ts";
import { suggestPlace } from "#app/features/threads/asking/suggest-place.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };
const LONGEST = 1_000;

async function suggest(ctx: PageCtx, given: (name: string) => string) {
  const [title, text] = [given("title"), given("text")];
  const found = await suggestPlace(ctx, { title, text });
  if (!isEnough(title)) return { ...found, search: null };
  const search = await recordSearch(ctx, {
    query: title,
    source: "ask",
    total: found.similar.length,
    shown: found.similar.map(({ id }) => id),
    replaces: given("replaces") || null,
  });
  return { ...found, search };
}

/**
 * Where a question that is being written belongs, its tags, and what may answer it already, as JSON,
 * for the words `title` and `text`.
 */
export const loader = page(async (ctx) => {
  try {
    await limit(ctx, "askSuggest", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
    const query = new URL(ctx.request.url).searchParams;
    const given = (name: string) =>
      (query.get(name) ?? "").replaceAll("\u0000", "").slice(0, LONGEST);
    return Response.json(await suggest(ctx, given), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
