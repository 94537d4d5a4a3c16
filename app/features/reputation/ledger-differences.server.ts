import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { pricedCauses } from "./causes.server.ts";
import { loadPointRules } from "./load-point-rules.server.ts";

export type LedgerDifference = {
  communityId: number;
  check: "member.points" | "reputation_entry.cause";
  id: string;
  stored: string;
  actual: string;
};

type Row = { id: string; stored: string; actual: string };

/** Members whose points are not the sum of their entries. */
async function wrongSums(db: Db, communityId: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select member.id::text as id, member.points::text as stored, coalesce(sum(entry.points), 0)::text as actual
    from member left join reputation_entry entry
      on entry.community_id = member.community_id and entry.member_id = member.id
    where member.community_id = ${communityId}
    group by member.community_id, member.id
    having member.points <> coalesce(sum(entry.points), 0)
    order by member.id limit ${limit}
  `.execute(db);
  return rows;
}

/** Causes that gave other points than the rules say they are worth. */
async function wrongCauses(db: Db, communityId: number, limit: number): Promise<Row[]> {
  const versions = await loadPointRules(db, communityId);
  const { rows } = await sql<Row>`
    select member_id || ' ' || cause as id, coalesce(given.points, 0)::text as stored,
      coalesce(due.points, 0)::text as actual
    from (${pricedCauses(communityId, { everything: true }, versions)}) due
    full join (
      select member_id, cause, day, sum(points) as points from reputation_entry
      where community_id = ${communityId} group by member_id, cause, day
    ) given using (member_id, cause, day)
    where coalesce(due.points, 0) <> coalesce(given.points, 0)
    order by member_id, cause limit ${limit}
  `.execute(db);
  return rows;
}

/** Where ledger, sums and what the ledger is about differ, at most `limit` of each kind. */
export async function ledgerDifferences(
  db: Db,
  communityId: number,
  limit: number,
): Promise<LedgerDifference[]> {
  const sums = await wrongSums(db, communityId, limit);
  const causes = await wrongCauses(db, communityId, limit);
  return [
    ...sums.map((row) => ({ ...row, communityId, check: "member.points" as const })),
    ...causes.map((row) => ({ ...row, communityId, check: "reputation_entry.cause" as const })),
  ];
}
