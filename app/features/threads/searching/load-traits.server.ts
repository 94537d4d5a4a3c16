import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Traits, TraitValue } from "./count-facets.ts";
import { searchStatus, type VisibleMatch } from "./find-visible.server.ts";
import { DATES, fieldFacet } from "./search-address.ts";

const DAY = 86_400_000;
const DAYS: Record<(typeof DATES)[number], number> = { month: 30, year: 365 };

type Row = { thread_id: number; facet: "tag" | "field" | "language"; key: string; label: string };

/** Tags, choices of fields and languages of threads, in one question to the database. */
async function loadRows(ctx: Ctx, ids: number[]): Promise<Row[]> {
  const communityId = ctx.community.id;
  const { rows } = await sql<Row>`
    select tt.thread_id, 'tag' as facet, tag.slug as key, tag.name as label
    from thread_tag tt join tag on tag.community_id = tt.community_id and tag.id = tt.tag_id
    where tt.community_id = ${communityId} and tt.thread_id = any(${ids}::bigint[])
    union all
    select said.thread_id, 'field', field.label, said.value
    from thread_field said
    join space_field field on field.community_id = said.community_id and field.id = said.field_id
      and field.kind in ('choice', 'choices')
    where said.community_id = ${communityId} and said.thread_id = any(${ids}::bigint[])
    union all
    select d.thread_id, 'language', d.language, d.language
    from search_document d
    join search_index i on i.community_id = d.community_id and i.live = d.generation
    where d.community_id = ${communityId} and d.thread_id = any(${ids}::bigint[]) and d.language <> ''
  `.execute(ctx.db);
  return rows;
}

const plain = (value: string): TraitValue => ({ value: value.toLowerCase(), label: value });

/** When it was started, as choices: what is of the past month is of the past year as well. */
function datesOf(thread: VisibleMatch, now: Date): TraitValue[] {
  const age = now.getTime() - thread.created_at.getTime();
  return DATES.filter((date) => age <= DAYS[date] * DAY).map(plain);
}

export type Described = {
  /** What each thread is counted by. */
  traits: Map<number, Traits>;
  /** Names of the facets of fields, as the brand wrote them. */
  fields: Map<string, string>;
};

/** What search filters and counts threads by; only for threads the actor may see. */
export async function loadTraits(ctx: Ctx, threads: VisibleMatch[]): Promise<Described> {
  const traits = new Map(
    threads.map((thread): [number, Traits] => [
      thread.id,
      {
        kind: [plain(thread.kind)],
        status: [plain(searchStatus(thread))],
        space: [{ value: thread.space_slug.toLowerCase(), label: thread.space_name }],
        date: datesOf(thread, ctx.now),
      },
    ]),
  );
  const fields = new Map<string, string>();
  if (threads.length === 0) return { traits, fields };
  for (const row of await loadRows(ctx, [...traits.keys()])) {
    const own = traits.get(row.thread_id);
    if (!own) continue;
    const facet = row.facet === "field" ? fieldFacet(row.key) : row.facet;
    if (row.facet === "field" && !fields.has(facet)) fields.set(facet, row.key);
    const value = row.facet === "field" ? row.label : row.key;
    (own[facet] ??= []).push({ value: value.toLowerCase().slice(0, 80), label: row.label });
  }
  return { traits, fields };
}
