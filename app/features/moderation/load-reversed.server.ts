import { sql } from "kysely";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { isSubstance, merged, sameValue } from "./changes.ts";
import { reshapes, shareShape } from "./reshaping/shape.ts";
import { decidedMeanwhile } from "./collisions.ts";
import type { Told } from "./load-decided.server.ts";
import { idsOf } from "./subject.ts";

export type MadeDecision = {
  id: number;
  verb: ModerationVerb;
  actor_id: number | null;
  actor_role: MemberRole | null;
  post_id: number | null;
  thread_id: number | null;
  member_id: number | null;
  about_id: number | null;
  space_id: number | null;
  rule: string;
  ground: "terms" | "law";
  before: Changes;
  after: Changes;
  batch_id: number | null;
  reverses: number | null;
  created_at: Date;
};

/** A decision, and those made with it that weren't reversed on their own. Throws NotFoundError. */
export async function loadMade(
  tx: Tx,
  communityId: number,
  decisionId: number,
): Promise<MadeDecision[]> {
  if (!Number.isSafeInteger(decisionId)) throw new NotFoundError();
  const { rows } = await sql<MadeDecision>`
    select d.id, d.verb, d.actor_id, actor.role as actor_role, d.post_id, d.thread_id, d.member_id,
      d.about_id, d.space_id, d.rule, d.ground, d.before, d.after, d.batch_id, d.reverses, d.created_at
    from decision d
    left join member actor on actor.community_id = d.community_id and actor.id = d.actor_id
    where d.community_id = ${communityId} and (d.id = ${decisionId} or (d.batch_id = ${decisionId}
      and not exists (select from decision r where r.community_id = d.community_id and r.reverses = d.id)))
    order by d.id
  `.execute(tx);
  if (rows[0]?.id !== decisionId) throw new NotFoundError();
  return rows;
}

/** Holds every row that is to be brought back: threads, then members, each in the order of their ids. */
export async function lockTargets(
  tx: Tx,
  communityId: number,
  { targets, memberIds }: { targets: string[]; memberIds: number[] },
): Promise<void> {
  await sql`
    select id from thread where community_id = ${communityId} and (id = any(${idsOf(targets, "thread")}::bigint[])
      or id in (select thread_id from post where community_id = ${communityId}
        and id = any(${idsOf(targets, "post")}::bigint[])))
    order by id for no key update
  `.execute(tx);
  await sql`
    select id from member where community_id = ${communityId} and id = any(${memberIds}::bigint[])
    order by id for no key update
  `.execute(tx);
}

type Later = Told & { after: Changes };

/** Decisions after the first of these that change the same rows, oldest first. */
async function laterOn(tx: Tx, communityId: number, made: MadeDecision[]): Promise<Later[]> {
  const targets = [...new Set(made.flatMap(({ after }) => Object.keys(after)))];
  const { rows } = await sql<Later>`
    select d.id, d.verb, d.reverses, d.after, actor.name from decision d
    left join member actor on actor.community_id = d.community_id and actor.id = d.actor_id
    where d.community_id = ${communityId} and d.id > ${made[0]!.id}
      and not d.id = any(${made.map(({ id }) => id)}::bigint[])
      and d.after ?| ${targets}::text[]
    order by d.id
  `.execute(tx);
  return rows;
}

/** Without those that were taken back again, and those that took them back. */
function standing(later: Later[]): Later[] {
  const gone = new Set<number>();
  for (const { id, reverses } of later.toReversed()) {
    if (gone.has(id) || reverses === null) continue;
    if (!later.some((other) => other.id === reverses)) continue;
    gone.add(id);
    gone.add(reverses);
  }
  return later.filter(({ id }) => !gone.has(id));
}

/** Whether two changes are about the same fields of the same rows. */
function meets(one: Changes, other: Changes): boolean {
  if ((reshapes(one) || reshapes(other)) && shareShape(one, other)) return true;
  return Object.entries(one).some(([target, fields]) =>
    Object.keys(fields).some((field) => isSubstance(field) && field in (other[target] ?? {})),
  );
}

/**
 * Throws ConflictError when one of these was reversed already, when another decision was built on one,
 * or when what they left isn't there any more.
 */
export async function assertLast(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "t">,
  { made, current }: { made: MadeDecision[]; current: Changes },
): Promise<void> {
  const { rows } = await sql<Told>`
    select r.id, r.verb, r.reverses, actor.name from decision r
    left join member actor on actor.community_id = r.community_id and actor.id = r.actor_id
    where r.community_id = ${ctx.community.id} and r.reverses = ${made[0]!.id}
  `.execute(tx);
  if (rows[0]) throw decidedMeanwhile(ctx, rows[0]);
  const left = merged(made.map(({ after }) => after));
  const built = standing(await laterOn(tx, ctx.community.id, made)).findLast(({ after }) =>
    meets(after, left),
  );
  if (built) throw builtOn(ctx, built.name);
  for (const [target, fields] of Object.entries(left)) {
    for (const [field, value] of Object.entries(fields)) {
      if (isSubstance(field) && !sameValue(current[target]?.[field], value)) throw changedSince();
    }
  }
}

function builtOn(ctx: Pick<Ctx, "t">, name: string | null): ConflictError {
  return new ConflictError("built_on", {
    key: "moderation.builtOn",
    params: { name: name ?? ctx.t("common.formerMember") },
  });
}

/** What a decision left was changed by somebody since, without a decision. */
export function changedSince(): ConflictError {
  return new ConflictError("changed_since", { key: "moderation.changedSince" });
}
