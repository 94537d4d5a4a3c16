import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { countMarked, markWords, type Sought } from "#search/mark-words.ts";
import { snippetOf } from "#search/snippet.ts";
import { stateKeyOf, threadHref } from "../thread-view.ts";
import type { ResultPost, ResultRow } from "./load-results.server.ts";
import type { SearchResultView } from "./search-page-view.ts";

export type Loaded = { row: ResultRow; posts: ResultPost[] };

/** The post that holds most of the words; of equals the opening post, then the one that is shown anyway. */
function bestPost(
  { row, posts }: Loaded,
  sought: Sought,
): { post: ResultPost; held: number } | null {
  const rank = (post: ResultPost) => {
    if (post.id === row.opening_post_id) return 2;
    return post.id === lineOf(row) ? 1 : 0;
  };
  let best: { post: ResultPost; held: number } | null = null;
  for (const post of posts.toSorted((a, b) => rank(b) - rank(a))) {
    const held = countMarked(post.text, sought);
    if (!best || held > best.held) best = { post, held };
  }
  return best;
}

/** The answer that a list shows under a title. */
function lineOf(row: ResultRow): number | null {
  return row.accepted_post_id ?? row.official_post_id;
}

/** Letters of an excerpt: a line and a half. */
const EXCERPT = 160;

const marked = (text: string, sought: Sought) =>
  markWords(snippetOf(text, sought.words, EXCERPT), sought);

/** A loaded thread → what a page of results says of it. */
export function viewResult(ctx: Ctx, loaded: Loaded, sought: Sought): SearchResultView {
  const { row, posts } = loaded;
  const best = bestPost(loaded, sought);
  const lineId = lineOf(row);
  const told = posts.find(({ id }) => id === lineId);
  const inLine = best !== null && best.held > 0 && best.post.id === lineId;
  const quoted = best !== null && best.held > 0 && !inLine ? best.post : null;
  const shown = quoted ?? posts.find(({ id }) => id === row.opening_post_id) ?? null;
  const parts = shown ? marked(shown.text, sought) : [];
  const nameOf = (who: string | null) => who ?? ctx.t("common.formerMember");
  return {
    id: row.id,
    href: threadHref(row.id, row.slug),
    kind: row.kind,
    stateKey: stateKeyOf(row),
    title: markWords(row.title, sought),
    excerpt:
      shown === null || parts.length === 0
        ? null
        : {
            parts,
            answer:
              shown.kind === "opening" ? null : { href: `/p/${shown.id}`, who: nameOf(shown.who) },
          },
    line:
      told && lineId !== null
        ? {
            who: nameOf(told.who),
            // Where the words are further down in it, that part says more than its beginning.
            parts: inLine ? marked(told.text, sought) : markWords(row.line_text, sought),
            official: row.accepted_post_id === null,
            href: inLine ? `/p/${lineId}` : null,
          }
        : null,
    space: { slug: row.space_slug, name: row.space_name },
    at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    counts: { sameHere: row.same_here_count, replies: row.reply_count },
  };
}
