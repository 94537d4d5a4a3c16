import type { Tx } from "../client.server.ts";
import type { SeedCommunity, SeedProgramme } from "./content/types.ts";
import type { SeedIds } from "./seed-thread.server.ts";

const DAY = 86_400_000;
const TERM_MONTHS = 12;
const VOTING_DAYS = 14;

/** A date as the database knows it, `2026-11-23`. */
function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function monthsLater(at: number, months: number): number {
  const date = new Date(at);
  return date.setUTCMonth(date.getUTCMonth() + months);
}

async function seedTerms(tx: Tx, ids: SeedIds, programme: SeedProgramme, now: number) {
  const { communityId, members } = ids;
  const running = programme.terms.map((term) => {
    const start = now - term.startedDaysAgo * DAY;
    return {
      community_id: communityId,
      member_id: members.get(term.handle)!,
      state: "active" as const,
      nominated_by: members.get(term.by)!,
      invited_at: new Date(start - 3 * DAY),
      consented_at: new Date(start),
      wording_version: 1,
      listed: term.listed,
      starts_on: dayText(start),
      ends_on: dayText(monthsLater(start, TERM_MONTHS)),
      mentor_id: term.mentor === undefined ? null : members.get(term.mentor)!,
      created_at: new Date(start - 3 * DAY),
    };
  });
  const nominated = programme.nominated.map(({ handle, by, reason }) => ({
    community_id: communityId,
    member_id: members.get(handle)!,
    state: "nominated" as const,
    nominated_by: members.get(by)!,
    reason,
    created_at: new Date(now - 2 * DAY),
  }));
  const terms = await tx
    .insertInto("programme_term")
    .values([...running, ...nominated])
    .returning(["id", "member_id", "state", "nominated_by", "created_at"])
    .execute();
  await tx
    .insertInto("programme_change")
    .values(
      terms.map((term) => ({
        community_id: communityId,
        term_id: term.id,
        member_id: term.member_id,
        from_state: null,
        to_state: term.state,
        actor_id: term.nominated_by,
        created_at: term.created_at,
      })),
    )
    .execute();
}

async function seedPerks(tx: Tx, ids: SeedIds, perks: SeedProgramme["perks"], now: number) {
  for (const { name, description, codes, givenTo } of perks) {
    const perk = await tx
      .insertInto("perk")
      .values({ community_id: ids.communityId, name, description })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("perk_code")
      .values(
        codes.map((code, index) => ({
          community_id: ids.communityId,
          perk_id: perk.id,
          code,
          member_id: ids.members.get(givenTo[index] ?? "") ?? null,
          given_at: index < givenTo.length ? new Date(now - 20 * DAY) : null,
        })),
      )
      .execute();
  }
}

async function seedProposal(tx: Tx, ids: SeedIds, seed: SeedCommunity, now: number) {
  const { communityId, members } = ids;
  const { author, summary, from, to, daysAgo, yes, no, comments } = seed.programme.proposal;
  const at = now - daysAgo * DAY;
  const proposal = await tx
    .insertInto("guideline_proposal")
    .values({
      community_id: communityId,
      author_id: members.get(author)!,
      summary,
      markdown: seed.guidelines.replace(from, to).trim(),
      base_version: 1,
      vote_ends_at: new Date(at + VOTING_DAYS * DAY),
      created_at: new Date(at),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const said = { community_id: communityId, proposal_id: proposal.id };
  await tx
    .insertInto("guideline_vote")
    .values(
      [...yes, ...no].map((handle) => ({
        ...said,
        member_id: members.get(handle)!,
        yes: yes.includes(handle),
      })),
    )
    .execute();
  for (const [index, comment] of comments.entries()) {
    await tx
      .insertInto("guideline_comment")
      .values({
        ...said,
        author_id: members.get(comment.author)!,
        text: comment.text,
        created_at: new Date(at + (index + 1) * 0.4 * DAY),
      })
      .execute();
  }
}

/** The programme of a demo brand, with its terms, perks and an open proposal. */
export async function seedProgramme(
  tx: Tx,
  ids: SeedIds,
  seed: SeedCommunity,
  now: number,
): Promise<void> {
  const { programme } = seed;
  const community_id = ids.communityId;
  await tx
    .insertInto("programme")
    .values({
      community_id,
      active: true,
      term_months: TERM_MONTHS,
      space_id: programme.space === null ? null : ids.spaces.get(programme.space)!,
    })
    .execute();
  await tx
    .insertInto("programme_wording")
    .values({
      community_id,
      version: 1,
      text: programme.wording.trim(),
      published_at: new Date(now - 400 * DAY),
    })
    .execute();
  await seedTerms(tx, ids, programme, now);
  await seedPerks(tx, ids, programme.perks, now);
  await seedProposal(tx, ids, seed, now);
}
