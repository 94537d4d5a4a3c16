import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { findCases, type FoundCase } from "./find-cases.ts";
import { loadVotes } from "./load-votes.server.ts";
import { settleMembers } from "./settle-members.server.ts";

/** It reads a year of votes; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

type KnownCase = { id: number; members: number[] };

/** Open and upheld cases with their members. */
async function knownCases(tx: Tx, communityId: number): Promise<KnownCase[]> {
  const { rows } = await sql<KnownCase>`
    select c.id, coalesce(array_agg(m.member_id::float8) filter (where m.member_id is not null), '{}') as members
    from vote_case c left join vote_case_member m
      on m.community_id = c.community_id and m.case_id = c.id
    where c.community_id = ${communityId} and c.state <> 'dismissed'
    group by c.id order by c.id
  `.execute(tx);
  return rows;
}

/** The case that is about the same people: it shares two members with the one found. */
function sameCase(known: KnownCase[], found: FoundCase): KnownCase | undefined {
  const ids = new Set(found.members.map(({ memberId }) => memberId));
  return known.find(({ members }) => members.filter((id) => ids.has(id)).length >= 2);
}

/** Causes held for a case that weren't before; gives how many. */
async function hold(tx: Tx, communityId: number, caseId: number, causes: string[]) {
  const added = await sql`
    insert into held_cause (community_id, cause, case_id)
    select ${communityId}, cause, ${caseId} from unnest(${causes}::text[]) as cause
    on conflict do nothing
  `.execute(tx);
  return Number(added.numAffectedRows ?? 0n);
}

/** Who the case is about, with their figures as of now. */
async function writeMembers(tx: Tx, communityId: number, caseId: number, found: FoundCase) {
  const rows = found.members.map((member) => ({
    community_id: communityId,
    case_id: caseId,
    member_id: member.memberId,
    given_inside: member.givenInside,
    given: member.given,
    received_inside: member.receivedInside,
    received: member.received,
  }));
  await tx
    .insertInto("vote_case_member")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["community_id", "case_id", "member_id"]).doUpdateSet((eb) => ({
        given_inside: eb.ref("excluded.given_inside"),
        given: eb.ref("excluded.given"),
        received_inside: eb.ref("excluded.received_inside"),
        received: eb.ref("excluded.received"),
      })),
    )
    .execute();
}

async function openCase(tx: Tx, ctx: Ctx, found: FoundCase): Promise<number> {
  const { id } = await tx
    .insertInto("vote_case")
    .values({
      community_id: ctx.community.id,
      kind: found.kind,
      evidence: JSON.stringify(found.evidence),
      opened_at: ctx.now,
      decided_by: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Looks for votes given for another reason than the post, opens a case for each finding and holds
 * its causes from points until staff decide. A case that is about the same people takes what came
 * since. From the present state: again changes nothing. Gives the cases opened.
 */
export async function settleVoteCases(ctx: Ctx): Promise<number[]> {
  const { db, community, now } = ctx;
  const facts = await inTransaction(db, async (tx) => {
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
    return loadVotes(tx, { communityId: community.id, now });
  });
  const cases = findCases(facts);
  if (cases.length === 0) return [];
  return inTransaction(db, async (tx) => {
    // One look at a time, and none while staff decide.
    await sql`select id from community where id = ${community.id} for no key update`.execute(tx);
    const known = await knownCases(tx, community.id);
    const opened: number[] = [];
    const touched = new Set<number>();
    for (const found of cases) {
      const before = sameCase(known, found);
      const caseId = before?.id ?? (await openCase(tx, ctx, found));
      if ((await hold(tx, community.id, caseId, found.causes)) === 0) continue;
      await writeMembers(tx, community.id, caseId, found);
      const members = found.members.map(({ memberId }) => memberId);
      for (const memberId of members) touched.add(memberId);
      if (before) {
        await tx
          .updateTable("vote_case")
          .set({ kind: found.kind, evidence: JSON.stringify(found.evidence) })
          .where("community_id", "=", community.id)
          .where("id", "=", caseId)
          .execute();
        continue;
      }
      known.push({ id: caseId, members });
      opened.push(caseId);
      await publish(tx, {
        communityId: community.id,
        actorId: null,
        type: "vote_case.opened",
        payload: { caseId },
      });
    }
    await settleMembers(tx, ctx, [...touched]);
    return opened;
  });
}
