import { fillIndexes } from "./canary/fill-indexes.ts";
import { inSnapshot, query, queryOne } from "./database.ts";

/** Parents before children; rows that name each other are joined afterwards. */
const TABLES = [
  "member",
  "space",
  "tag",
  "thread",
  "thread_tag",
  "post",
  "revision",
  "vote",
  "same_here",
  "moderation_case",
  "report",
  "canned_reply",
  "programme",
  "programme_wording",
  "programme_term",
  "guideline_proposal",
  "guideline_vote",
  "guideline_comment",
];
/** Of these tables only some rows: what was decided names decisions, which stay where they were made. */
const ONLY: Record<string, string> = {
  moderation_case: "closed_at is null",
  report: `case_id in (select c.id from moderation_case c
    where c.community_id = report.community_id and c.closed_at is null)`,
};
const LATER = ["opening_post_id", "accepted_post_id", "official_post_id"];

type Copy = { from: string; slug: string; host: string; locale: string; name: string };

async function columnsOf(table: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'
       and column_name <> 'community_id'`,
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !LATER.includes(name));
}

/** A community with all content of another, the same ids included, at a host of its own and with a search index. */
export async function copyCommunity({ from, slug, host, locale, name }: Copy): Promise<number> {
  const source = await queryOne<{ id: number }>("select id from community where slug = $1", [from]);
  const { id } = await queryOne<{ id: number }>(
    `insert into community (slug, name, tagline, locale, time_zone, theme, theme_css, theme_hash,
       guidelines, guidelines_html, terms, terms_html)
     select $2, $3, $3, $4, time_zone, theme, theme_css, theme_hash, guidelines, guidelines_html,
       terms, terms_html
     from community where id = $1 returning id`,
    [source.id, slug, name, locale],
  );
  await query("insert into community_host values ($1, $2, true)", [host, id]);
  const columns = await Promise.all(TABLES.map(columnsOf));
  // Other journeys go on writing in the original meanwhile.
  await inSnapshot(async (run) => {
    for (const [at, table] of TABLES.entries()) {
      const names = columns[at]!.map((column) => `"${column}"`).join(", ");
      await run(
        `insert into "${table}" (community_id, ${names})
         select ${id}, ${names} from "${table}"
         where community_id = $1 and ${ONLY[table] ?? "true"}`,
        [source.id],
      );
    }
    await run(
      `update thread t set ${LATER.map((column) => `${column} = s.${column}`).join(", ")}
       from thread s where s.community_id = $1 and t.community_id = $2 and s.id = t.id`,
      [source.id, id],
    );
  });
  fillIndexes([id]);
  return id;
}
