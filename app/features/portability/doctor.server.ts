import { sql } from "kysely";
import { moderationDifferences } from "#app/features/moderation/moderation-differences.server.ts";
import { badgeDifferences } from "#app/features/reputation/badges/badge-differences.server.ts";
import { expertiseDifferences } from "#app/features/reputation/expertise/expertise-differences.server.ts";
import { ledgerDifferences } from "#app/features/reputation/ledger-differences.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Difference } from "./difference.ts";
import { checks, type Scope } from "./doctor-checks.server.ts";
import { examineTexts } from "./doctor-texts.server.ts";
import { uploadChecks } from "./doctor-uploads.server.ts";

type Row = { community_id: number; id: string; stored: string | null; actual: string | null };

/** Differences listed of one check. */
const LISTED = 100;
/** A check reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

async function examineEach(db: Db, communityId: number | undefined): Promise<Difference[]> {
  const communities = await db
    .selectFrom("community")
    .select("id")
    .$if(communityId !== undefined, (query) => query.where("id", "=", communityId!))
    .orderBy("id")
    .execute();
  const found: Difference[] = [];
  for (const { id } of communities) {
    found.push(...(await ledgerDifferences(db, id, LISTED)));
    found.push(...(await badgeDifferences(db, id, { limit: LISTED, now: new Date() })));
    found.push(...(await expertiseDifferences(db, id, LISTED)));
    found.push(...(await moderationDifferences(db, id, LISTED)));
  }
  return found;
}

async function examineAll(db: Db, communityId: number | undefined): Promise<Difference[]> {
  const inScope: Scope = (column) =>
    communityId === undefined ? sql`true` : sql`${sql.ref(column)} = ${communityId}`;
  await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(db);
  const differences: Difference[] = [];
  for (const { name, find } of [...checks, ...uploadChecks]) {
    const { rows } = await sql<Row>`${find(inScope)} limit ${sql.lit(LISTED)}`.execute(db);
    for (const row of rows) {
      differences.push({
        check: name,
        communityId: row.community_id,
        id: row.id,
        stored: row.stored ?? "nothing",
        actual: row.actual ?? "nothing",
      });
    }
  }
  return [
    ...differences,
    ...(await examineTexts(db, inScope)),
    ...(await examineEach(db, communityId)),
  ];
}

/**
 * Recomputes every counter and invariant from the rows and lists the differences, at most 100 a
 * check; of one community, or of all. Sees one moment of the database (the caller's transaction when
 * there is one) and changes nothing.
 */
export async function examine(db: Db, communityId?: number): Promise<Difference[]> {
  if (db.isTransaction) return examineAll(db, communityId);
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((tx) => examineAll(tx, communityId));
}
