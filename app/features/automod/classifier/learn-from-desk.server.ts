import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Example } from "./model.ts";
import { modelToJson } from "./model-json.ts";
import { screenedText } from "./screened-text.ts";
import { FEWEST_DECISIONS, trainModelAside } from "./train-model.ts";

/** Of each kind, the newest: they say most of what comes next, and learning stays a matter of seconds. */
const MOST_EXAMPLES = 2_000;
/** What nobody took out for so long stands. */
const STANDS_AFTER_DAYS = 4;
const LONGEST = 5_000;
/** How staff name it in the rule or reason. */
const SPAM_WORDS = "\\m(spam|advertis|werbung)|سبام|مزعج|إعلان";

type Row = { id: number; title: string; text: string; html: string };

const HREF = /<a [^>]*?href="(https?:[^"]{1,2048})"/g;

function exampleOf({ title, text, html }: Row, spam: boolean): Example {
  const hrefs = Array.from(html.matchAll(HREF), ([, href = ""]) => href.replaceAll("&amp;", "&"));
  const links = hrefs.map((href) => ({ href, text: "" }));
  return { text: screenedText({ title, text, links }), spam };
}

const COLUMNS = sql`p.id, case when p.kind = 'opening' then t.title else '' end as title,
  left(p.text, ${sql.lit(LONGEST)}) as text, left(p.html, ${sql.lit(4 * LONGEST)}) as html
  from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id`;

/** An opening post is decided on as its thread. */
const ABOUT = sql`((p.kind = 'opening' and x.thread_id = t.id) or x.post_id = p.id)`;
const NOT_UNDONE = sql`d.reverses is null and not exists (
  select from decision u where u.community_id = d.community_id and u.reverses = d.id)`;

/**
 * Posts that staff hid or removed as spam, by the word they used or a report of spam that they agreed
 * with, and whose decision stands.
 */
async function findRemoved({ db, community }: Pick<Ctx, "db" | "community">): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with removed as (
      select distinct on (d.post_id, d.thread_id) d.post_id, d.thread_id
      from decision d
      where d.community_id = ${community.id} and d.verb in ('hide', 'remove', 'remove_all')
        and (d.post_id is not null or d.thread_id is not null) and ${NOT_UNDONE}
        and (d.rule || ' ' || d.reason ~* ${SPAM_WORDS} or exists (
          select from report r where r.community_id = d.community_id and r.kind = 'spam'
            and r.outcome = 'agreed' and (r.post_id = d.post_id or r.thread_id = d.thread_id)))
    )
    select ${COLUMNS} join removed x on ${ABOUT}
    where p.community_id = ${community.id}
      and case when p.kind = 'opening' then t.state else p.state end in ('hidden', 'deleted')
    order by p.id desc limit ${MOST_EXAMPLES}::int
  `.execute(db);
  return rows;
}

/** Posts that stand: approved at the desk, or found helpful and older than some days. */
async function findStanding({
  db,
  community,
  now,
}: Pick<Ctx, "db" | "community" | "now">): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}
    where p.community_id = ${community.id} and p.state = 'published' and t.state = 'published'
      and (
        exists (select from decision d where d.community_id = p.community_id and d.verb = 'approve'
          and ((p.kind = 'opening' and d.thread_id = t.id) or d.post_id = p.id) and ${NOT_UNDONE})
        or (p.created_at < ${now}::timestamptz - make_interval(days => ${STANDS_AFTER_DAYS}::int)
          and (p.helpful_count > 0 or t.accepted_post_id = p.id or t.official_post_id = p.id
            or (p.kind = 'opening' and t.same_here_count > 0)))
      )
      and not exists (select from report r where r.community_id = p.community_id and r.kind = 'spam'
        and r.outcome is null and (r.post_id = p.id or (p.kind = 'opening' and r.thread_id = t.id)))
    order by p.id desc limit ${MOST_EXAMPLES}::int
  `.execute(db);
  return rows;
}

/**
 * Learns what spam is here from what the desk decided, and keeps that as the community's model; the
 * one before stays where there are fewer than 50 of a kind. Gives how many it learnt from.
 */
export async function learnFromDesk(
  ctx: Pick<Ctx, "db" | "community" | "now">,
): Promise<{ spam: number; ham: number } | null> {
  const removed = await findRemoved(ctx);
  if (removed.length < FEWEST_DECISIONS) return null;
  const standing = await findStanding(ctx);
  if (standing.length < FEWEST_DECISIONS) return null;
  const examples = [
    ...removed.map((row) => exampleOf(row, true)),
    ...standing.map((row) => exampleOf(row, false)),
  ];
  const model = await trainModelAside(examples);
  if (!model) return null;
  const values = {
    model: JSON.stringify(modelToJson(model)),
    trained_at: ctx.now,
    spam_count: removed.length,
    ham_count: standing.length,
  };
  await ctx.db
    .insertInto("automod_model")
    .values({ community_id: ctx.community.id, ...values })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet(values))
    .execute();
  return { spam: removed.length, ham: standing.length };
}
