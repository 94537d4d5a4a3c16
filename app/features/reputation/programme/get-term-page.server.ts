import { handleKey } from "#app/features/members/handle.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { TermState } from "#db/schema-reputation.ts";
import { listPerks, type PerkView } from "./get-programme-desk.server.ts";
import { listTerms, type PersonName, type TermView } from "./list-terms.server.ts";
import { loadProgramme } from "./load-programme.server.ts";
import { reportTerm, type TermReport } from "./term-report.server.ts";

export type TermChange = {
  id: number;
  to: TermState;
  by: PersonName | null;
  at: TimeText;
  reason: string;
};

export type TermPage = {
  member: PersonName & { hue: number; superUser: boolean };
  /** The newest first; the first one may go on. */
  terms: TermView[];
  report: TermReport | null;
  /** The oldest first. */
  history: TermChange[];
  perks: PerkView[];
  heldPerks: string[];
  /** The version of the terms as they are now. */
  wordingVersion: number;
};

/** What became of a member's terms, the oldest first. */
async function loadHistory(ctx: Ctx, memberId: number): Promise<TermChange[]> {
  const rows = await ctx.db
    .selectFrom("programme_change as change")
    .leftJoin("member as by", (join) =>
      join
        .onRef("by.community_id", "=", "change.community_id")
        .onRef("by.id", "=", "change.actor_id"),
    )
    .select(["change.id", "change.to_state", "change.reason", "change.created_at"])
    .select(["by.handle", "by.name"])
    .where("change.community_id", "=", ctx.community.id)
    .where("change.member_id", "=", memberId)
    .orderBy("change.id", "desc")
    .limit(100)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    to: row.to_state,
    by: row.handle === null ? null : { handle: row.handle, name: row.name ?? "" },
    at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    reason: row.reason,
  }));
}

/** One member of the programme for staff. Throws NotFoundError, ForbiddenError, SignInNeededError. */
export async function getTermPage(ctx: Ctx, handle: string): Promise<TermPage> {
  assertCan(ctx.actor, "programme.manage", null);
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "hue", "role"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  const terms = member ? await listTerms(ctx, member.id) : [];
  if (!member || (terms.length === 0 && member.role !== "super_user")) throw new NotFoundError();
  const held = await ctx.db
    .selectFrom("perk_code")
    .innerJoin("perk", (join) =>
      join
        .onRef("perk.community_id", "=", "perk_code.community_id")
        .onRef("perk.id", "=", "perk_code.perk_id"),
    )
    .select("perk.name")
    .where("perk_code.community_id", "=", ctx.community.id)
    .where("perk_code.member_id", "=", member.id)
    .orderBy("perk_code.id")
    .execute();
  const { id, role, ...named } = member;
  return {
    member: { ...named, superUser: role === "super_user" },
    terms,
    report: await reportTerm(ctx, { memberId: id, terms }),
    history: await loadHistory(ctx, id),
    perks: await listPerks(ctx),
    heldPerks: held.map(({ name }) => name),
    wordingVersion: (await loadProgramme(ctx.db, ctx.community.id)).wordingVersion,
  };
}
