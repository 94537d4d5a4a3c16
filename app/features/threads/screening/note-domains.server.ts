import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { domainsOf } from "#app/features/automod/screening/domains-of.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import { writtenParts } from "./written-parts.ts";

type Row = { id: number; title: string; document: DocumentJson };

const BATCH = 500;

async function keep(ctx: Pick<Ctx, "db" | "community">, rows: readonly Row[]): Promise<void> {
  const domains = new Set(
    rows.flatMap(({ title, document }) => domainsOf({ ...writtenParts(document), title })),
  );
  if (domains.size === 0) return;
  await sql`
    insert into link_domain (community_id, domain)
    select ${ctx.community.id}, domain from unnest(${[...domains].toSorted()}::text[]) as domain
    on conflict do nothing
  `.execute(ctx.db);
}

/** Domains that a post links to are known here from when everybody sees it. */
export async function noteDomains(
  ctx: Ctx,
  event: AppEvent<"thread.started" | "answer.published" | "reply.published" | "post.edited">,
): Promise<void> {
  const { payload } = event;
  const which =
    "postId" in payload
      ? sql`p.id = ${payload.postId}`
      : sql`p.thread_id = ${payload.threadId} and p.kind = 'opening'`;
  const { rows } = await sql<Row>`
    select p.id, case when p.kind = 'opening' then t.title else '' end as title, p.document
    from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where p.community_id = ${ctx.community.id} and ${which}
      and p.state = 'published' and t.state = 'published'
  `.execute(ctx.db);
  await keep(ctx, rows);
}

/**
 * Reads the domains of posts that were written otherwise, as by an import, from where it stopped last;
 * may be interrupted and run again at any time.
 */
export async function readDomains(ctx: Pick<Ctx, "db" | "community">): Promise<void> {
  const at = ctx.community.id;
  const kept = await ctx.db
    .selectFrom("link_domain_reading")
    .select("post_id")
    .where("community_id", "=", at)
    .executeTakeFirst();
  for (let last = kept?.post_id ?? 0; ;) {
    const { rows } = await sql<Row & { linked: boolean }>`
      select p.id, case when p.kind = 'opening' then t.title else '' end as title,
        case when shown.linked then p.document end as document, shown.linked
      from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
      cross join lateral (select p.state = 'published' and t.state = 'published'
        and (p.html ~ 'href="https?:' or t.title ~ 'https?:|www[.]') as linked) shown
      where p.community_id = ${at} and p.id > ${last} order by p.id limit ${BATCH}::int
    `.execute(ctx.db);
    const newest = rows.at(-1)?.id;
    if (newest === undefined) return;
    await keep(
      ctx,
      rows.filter(({ linked }) => linked),
    );
    last = newest;
    await sql`
      insert into link_domain_reading (community_id, post_id) values (${at}, ${last})
      on conflict (community_id) do update set post_id = greatest(link_domain_reading.post_id, excluded.post_id)
    `.execute(ctx.db);
  }
}
