import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { findCandidates, type Candidate } from "./find-candidates.server.ts";
import { listTerms, type TermView } from "./list-terms.server.ts";
import { loadProgramme, type Programme } from "./load-programme.server.ts";

export type CandidateView = Omit<Candidate, "aspects"> & {
  aspects: { aspect: Candidate["aspects"][number]["aspect"]; percentile: number; text: string }[];
};

export type PerkView = {
  id: number;
  name: string;
  description: string;
  given: number;
  left: number;
};

export type ProgrammeDesk = {
  programme: Programme;
  /** Spaces for super users. */
  spaces: { id: number; name: string }[];
  terms: TermView[];
  candidates: CandidateView[];
  perks: PerkView[];
};

const CANDIDATES = 6;

/** Perks with how many of their codes are given and left. For staff. */
export async function listPerks(ctx: Ctx): Promise<PerkView[]> {
  const { rows } = await sql<PerkView>`
    select perk.id, perk.name, perk.description,
      count(code.id) filter (where code.given_at is not null)::int as given,
      count(code.id) filter (where code.given_at is null)::int as left
    from perk left join perk_code code
      on code.community_id = perk.community_id and code.perk_id = perk.id
    where perk.community_id = ${ctx.community.id}
    group by perk.id, perk.name, perk.description order by perk.id
  `.execute(ctx.db);
  return rows;
}

/** What staff see of the programme. Throws ForbiddenError, SignInNeededError. */
export async function getProgrammeDesk(ctx: Ctx): Promise<ProgrammeDesk> {
  assertCan(ctx.actor, "programme.manage", null);
  const candidates = await findCandidates(ctx, { limit: CANDIDATES });
  return {
    programme: await loadProgramme(ctx.db, ctx.community.id),
    spaces: await ctx.db
      .selectFrom("space")
      .select(["id", "name"])
      .where("community_id", "=", ctx.community.id)
      .where("read_role", "=", "super_user")
      .orderBy("position")
      .orderBy("id")
      .execute(),
    terms: await listTerms(ctx),
    candidates: candidates.map((candidate) => ({
      ...candidate,
      aspects: candidate.aspects.map(({ aspect, percentile, key, params }) => ({
        aspect,
        percentile,
        text: translateKey(ctx.t, key, params),
      })),
    })),
    perks: await listPerks(ctx),
  };
}
