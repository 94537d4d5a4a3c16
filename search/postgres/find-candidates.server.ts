import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { Db } from "#db/client.server.ts";
import { hashTerm } from "../analysis/hash-term.ts";
import type { SearchFilters } from "../port.ts";
import type { Unit } from "../query/unit.ts";
import { saltOf, type Place } from "./salt.ts";

/** What is read of a candidate before its texts are. */
export type Candidate = {
  thread_id: number;
  title_signature: Buffer;
  solved: boolean;
  official: boolean;
  helpful: number;
  active_at: Date;
  created_at: Date;
};

export type Within = { place: Place; spaceIds: number[]; filters?: SearchFilters };

const COLUMNS = sql.raw(
  "d.thread_id, d.title_signature, d.solved, d.official, d.helpful, d.active_at, d.created_at",
);

const keysOf = (terms: string[], salt: number): number[] =>
  terms.map((term) => hashTerm(term, salt));

/** Condition: at least one alternative of the unit. */
function unitHeld(column: RawBuilder<unknown>, unit: Unit, salt: number): RawBuilder<SqlBool> {
  const single = unit.alternatives.filter(({ terms }) => terms.length === 1);
  const several = unit.alternatives.filter(({ terms }) => terms.length > 1);
  const parts = several.map(
    ({ terms }) => sql<SqlBool>`${column} @> ${keysOf(terms, salt)}::int[]`,
  );
  if (single.length > 0) {
    const keys = keysOf([...new Set(single.map(({ terms }) => terms[0]!))], salt);
    parts.unshift(sql<SqlBool>`${column} && ${keys}::int[]`);
  }
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

/** Conditions on a document that is looked at at all. */
function within({ place, spaceIds, filters = {} }: Within): RawBuilder<SqlBool> {
  const parts = [
    sql<SqlBool>`d.community_id = ${place.communityId} and d.generation = ${place.generation}`,
    sql<SqlBool>`d.content_hash <> '' and d.space_id = any(${spaceIds}::bigint[])`,
  ];
  const { kind, status, space, tag, language, from, after, before } = filters;
  if (kind) parts.push(sql`d.kind = any(${kind}::text[])`);
  if (status) parts.push(sql`d.status = any(${status}::text[])`);
  if (language) parts.push(sql`d.language = any(${language}::text[])`);
  if (from !== undefined) parts.push(sql`d.author_key = ${from}`);
  if (after) parts.push(sql`d.created_at >= ${after}`);
  if (before) parts.push(sql`d.created_at < ${before}`);
  if (tag) parts.push(sql`d.tags && ${tag}::text[]`);
  if (space)
    parts.push(sql`d.space_id in (select id from space where community_id = ${place.communityId}
      and slug = any(${space}::text[]))`);
  return sql.join(parts, sql` and `);
}

/** Threads that hold every unit: in the title, or anywhere. */
export async function findHoldingAll(
  db: Db,
  area: Within,
  input: { units: Unit[]; where: "title" | "text"; limit: number },
): Promise<Candidate[]> {
  const salt = saltOf(area.place);
  const column = input.where === "title" ? sql`d.title_keys` : sql`t.keys`;
  const held = input.units
    .filter((unit) => unit.required)
    .map((unit) => unitHeld(column, unit, salt));
  if (held.length === 0) return [];
  const from =
    input.where === "title"
      ? sql`search_document d`
      : sql`search_text t join search_document d using (community_id, generation, thread_id)`;
  const { rows } = await sql<Candidate>`
    select ${COLUMNS} from ${from}
    where ${within(area)} and ${sql.join(held, sql` and `)}
    limit ${input.limit}
  `.execute(db);
  return rows;
}

/** Threads that hold any of the terms, or all of one of the groups: in the title, or anywhere. */
export async function findHoldingSome(
  db: Db,
  area: Within,
  input: { terms: string[]; groups: string[][]; where: "title" | "text"; limit: number },
): Promise<Candidate[]> {
  if (input.terms.length === 0 && input.groups.length === 0) return [];
  const salt = saltOf(area.place);
  const column = input.where === "title" ? sql`d.title_keys` : sql`t.keys`;
  const parts = input.groups.map((terms) => sql`${column} @> ${keysOf(terms, salt)}::int[]`);
  if (input.terms.length > 0) parts.push(sql`${column} && ${keysOf(input.terms, salt)}::int[]`);
  const from =
    input.where === "title"
      ? sql`search_document d`
      : sql`search_text t join search_document d using (community_id, generation, thread_id)`;
  const { rows } = await sql<Candidate>`
    select ${COLUMNS} from ${from}
    where ${within(area)} and (${sql.join(parts, sql` or `)})
    limit ${input.limit}
  `.execute(db);
  return rows;
}

/** The newest threads of an area: what an empty query with filters shows. */
export async function findNewest(db: Db, area: Within, limit: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${COLUMNS} from search_document d where ${within(area)}
    order by d.active_at desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Threads by their ids, those within the area. */
export async function findCandidates(db: Db, area: Within, ids: number[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Candidate>`
    select ${COLUMNS} from search_document d
    where ${within(area)} and d.thread_id = any(${ids}::bigint[])
  `.execute(db);
  return rows;
}

/** Whole signatures of threads. */
export async function loadSignatures(
  db: Db,
  place: Place,
  ids: number[],
): Promise<Map<number, Buffer>> {
  const { rows } = await sql<{ thread_id: number; signature: Buffer }>`
    select thread_id, signature from search_text
    where community_id = ${place.communityId} and generation = ${place.generation}
      and thread_id = any(${ids}::bigint[])
  `.execute(db);
  return new Map(rows.map((row) => [row.thread_id, row.signature]));
}
