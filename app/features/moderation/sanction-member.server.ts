import { sql } from "kysely";
import type { SanctionVerb } from "#app/features/members/moderation-verbs.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Changes } from "#db/schema-moderation.ts";
import type { Change } from "./change.server.ts";
import { readHours } from "./decide-input.ts";

type Standing = { kind: string; name: string | null };

/** The sanction of that kind that holds now; the member's row is held with it. */
async function standing(change: Change, kind: SanctionVerb): Promise<Standing | undefined> {
  const { tx, ctx, decided } = change;
  await sql`select id from member where community_id = ${ctx.community.id}
    and id = ${decided.about_id} for no key update`.execute(tx);
  const { rows } = await sql<Standing>`
    select s.kind, actor.name from sanction s
    join decision d on d.community_id = s.community_id and d.id = s.decision_id
    left join member actor on actor.community_id = d.community_id and actor.id = d.actor_id
    where s.community_id = ${ctx.community.id} and s.member_id = ${decided.about_id} and s.kind = ${kind}
      and s.ended_by is null and (s.ends_at is null or s.ends_at > ${ctx.now})
    order by s.id desc limit 1
  `.execute(tx);
  return rows[0];
}

/**
 * Warns, silences, suspends or bans the member, or whoever wrote the subject. Throws ConflictError
 * while such a sanction holds, InvalidError when nobody here wrote it.
 */
export async function sanctionMember(
  change: Change,
  kind: SanctionVerb,
): Promise<{ before: Changes; after: Changes }> {
  const { tx, ctx, decided, input } = change;
  if (decided.about_id === null) {
    throw new InvalidError({ subject: { key: "moderation.nobody" } });
  }
  const first = await standing(change, kind);
  if (first && kind !== "warn") {
    throw new ConflictError("decided_meanwhile", {
      key: "moderation.decidedMeanwhile",
      params: { name: first.name ?? ctx.t("common.formerMember"), verb: kind },
    });
  }
  const hours = kind === "silence" || kind === "suspend" ? readHours(input) : null;
  const endsAt = hours === null ? null : new Date(ctx.now.getTime() + hours * 3_600_000);
  const { id } = await tx
    .insertInto("sanction")
    .values({
      community_id: ctx.community.id,
      member_id: decided.about_id,
      kind,
      starts_at: ctx.now,
      ends_at: endsAt,
      decision_id: decided.next_id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const target = `sanction:${id}`;
  return {
    before: { [target]: { ended: null } },
    after: {
      [target]: { kind, ends_at: endsAt?.toISOString().replace("Z", "000Z") ?? null, ended: false },
    },
  };
}
