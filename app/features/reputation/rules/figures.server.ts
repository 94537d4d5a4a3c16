import { createHash } from "node:crypto";
import { sql } from "kysely";
import { ConflictError } from "#app/lib/errors.ts";
import type { Db, Tx } from "#db/client.server.ts";
import type { RankMove } from "../settle-ranks.server.ts";
import { isMove, type RankLists } from "./rank-moves.ts";

/** What a member would have, against what they have. */
export type PointsChange = { memberId: number; before: number; after: number };

/** What a publication would do, or did. */
export type Outcome = { points: PointsChange[]; ranks: RankMove[] };

/** `figures`: to publish exactly this and nothing else. */
export type Trial = Outcome & { figures: string };

const byMember = (a: { memberId: number }, b: { memberId: number }) => a.memberId - b.memberId;

/**
 * A proposal and its outcome as one short text: the same exactly when both are. SHA-256, 32 hex
 * digits.
 */
export function figuresOf(proposal: unknown, { points, ranks }: Outcome): string {
  const text = JSON.stringify([
    proposal,
    points.toSorted(byMember).map(({ memberId, before, after }) => [memberId, before, after]),
    ranks.toSorted(byMember).map(({ memberId, from, to }) => [memberId, from, to]),
  ]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

type Standing = { id: number; points: number; rank: number };

/** Everybody's points and rank, locked until the end of the transaction. */
export async function lockStandings(tx: Tx, communityId: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, points, rank from member where community_id = ${communityId}
    order by id for no key update
  `.execute(tx);
  return rows;
}

/** What became of everybody since `earlier`. */
export async function outcomeSince(
  db: Db,
  communityId: number,
  { earlier, lists }: { earlier: Standing[]; lists: RankLists },
): Promise<Outcome> {
  const { rows } = await sql<Standing>`
    select id, points, rank from member where community_id = ${communityId}
  `.execute(db);
  const now = new Map(rows.map((row) => [row.id, row]));
  const pairs = earlier.map((before) => ({ before, after: now.get(before.id) ?? before }));
  return {
    points: pairs
      .filter(({ before, after }) => before.points !== after.points)
      .map(({ before, after }) => ({
        memberId: before.id,
        before: before.points,
        after: after.points,
      })),
    ranks: pairs
      .map(({ before, after }) => ({ memberId: before.id, from: before.rank, to: after.rank }))
      .filter((move) => isMove(lists, move)),
  };
}

/** Throws ConflictError (`figures_changed`) unless what happened is what was tried. */
export function assertFigures(tried: string, proposal: unknown, outcome: Outcome): void {
  if (tried !== figuresOf(proposal, outcome)) {
    throw new ConflictError("figures_changed", { key: "rulesDesk.figuresChanged" });
  }
}
