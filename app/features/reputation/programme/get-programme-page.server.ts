import { can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { listTerms, type PersonName, type TermView } from "./list-terms.server.ts";
import { loadProgramme, type Programme } from "./load-programme.server.ts";
import { reportTerm, type TermReport } from "./term-report.server.ts";

export type OwnPerk = { name: string; description: string; code: string };

export type ProgrammePage = {
  programme: Programme;
  /** Super users who agreed to be named. */
  members: (PersonName & { hue: number; title: string })[];
  /** Super users in all. */
  count: number;
  /** One's own newest term: an invitation, one that runs or ran; `null` without. */
  own:
    | (Pick<
        TermView,
        "state" | "startsOn" | "endsOn" | "mentor" | "listed" | "wordingVersion" | "reviewNote"
      > & {
        report: TermReport | null;
        perks: OwnPerk[];
      })
    | null;
  nominates: boolean;
  manages: boolean;
};

async function loadOwn(ctx: Ctx, memberId: number): Promise<ProgrammePage["own"]> {
  const terms = await listTerms(ctx, memberId);
  // That one was nominated is for staff to tell.
  const term = terms.find(({ state }) => state !== "nominated");
  if (!term) return null;
  const perks = await ctx.db
    .selectFrom("perk_code")
    .innerJoin("perk", (join) =>
      join
        .onRef("perk.community_id", "=", "perk_code.community_id")
        .onRef("perk.id", "=", "perk_code.perk_id"),
    )
    .select(["perk.name", "perk.description", "perk_code.code"])
    .where("perk_code.community_id", "=", ctx.community.id)
    .where("perk_code.member_id", "=", memberId)
    .orderBy("perk_code.id")
    .execute();
  const { state, startsOn, endsOn, mentor, listed, wordingVersion, reviewNote } = term;
  const report = await reportTerm(ctx, { memberId, terms });
  return { state, startsOn, endsOn, mentor, listed, wordingVersion, reviewNote, report, perks };
}

/** What everybody sees of the programme, and one's own part in it. */
export async function getProgrammePage(ctx: Ctx): Promise<ProgrammePage> {
  const at = ctx.community.id;
  const members = await ctx.db
    .selectFrom("programme_term as term")
    .innerJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "term.community_id")
        .onRef("member.id", "=", "term.member_id"),
    )
    .select(["member.handle", "member.name", "member.hue", "member.title"])
    .where("term.community_id", "=", at)
    .where("term.state", "=", "active")
    .where("term.listed", "=", true)
    .where("member.role", "=", "super_user")
    .orderBy("member.name")
    .orderBy("member.id")
    .limit(200)
    .execute();
  const { count } = await ctx.db
    .selectFrom("member")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("community_id", "=", at)
    .where("role", "=", "super_user")
    .executeTakeFirstOrThrow();
  const programme = await loadProgramme(ctx.db, at);
  const insider = ctx.actor.role !== "guest" && ctx.actor.role !== "member";
  return {
    // Where super users are among themselves is for them to know.
    programme: insider ? programme : { ...programme, space: null },
    members,
    count,
    own: ctx.actor.id === null ? null : await loadOwn(ctx, ctx.actor.id),
    nominates: programme.active && can(ctx.actor, "programme.nominate", { memberId: 0 }),
    manages: can(ctx.actor, "programme.manage", null),
  };
}
