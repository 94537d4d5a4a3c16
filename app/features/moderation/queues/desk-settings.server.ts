import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";

export type DeskSettings = {
  /** Hours until a question without an answer comes to the desk; 0: never. */
  unansweredHours: number;
  /** "Same here" within two hours that may be an incident; 0: never. */
  incidentCount: number;
};

const USUAL: DeskSettings = { unansweredHours: 24, incidentCount: 5 };
const MOST: DeskSettings = { unansweredHours: 2_160, incidentCount: 1_000 };

/** What comes to the desk by itself, and when. */
export async function loadDeskSettings(ctx: Pick<Ctx, "db" | "community">): Promise<DeskSettings> {
  const row = await ctx.db
    .selectFrom("desk_settings")
    .select(["unanswered_hours as unansweredHours", "incident_count as incidentCount"])
    .where("community_id", "=", ctx.community.id)
    .executeTakeFirst();
  return row ?? USUAL;
}

function read(value: number, field: keyof DeskSettings): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= MOST[field]) return value;
  throw new InvalidError({ [field]: { key: "queues.number", params: { max: MOST[field] } } });
}

/** Sets what comes to the desk by itself. Throws InvalidError (unansweredHours, incidentCount), SignInNeededError, ForbiddenError. */
export async function setDeskSettings(ctx: Ctx, input: DeskSettings): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const row = {
    unanswered_hours: read(input.unansweredHours, "unansweredHours"),
    incident_count: read(input.incidentCount, "incidentCount"),
  };
  await ctx.db
    .insertInto("desk_settings")
    .values({ community_id: ctx.community.id, ...row })
    .onConflict((of) => of.column("community_id").doUpdateSet(row))
    .execute();
}
