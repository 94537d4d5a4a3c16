import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { checkSettings, type CheckSettings } from "../checks/settings.ts";
import { loadSettings, readStored, type LoadedSettings } from "./load-settings.server.ts";

type Stored = LoadedSettings & { name: string | null };

/** What is in force, held until the transaction ends. */
async function held(tx: Tx, ctx: Ctx): Promise<Stored> {
  const at = ctx.community.id;
  // Without a row nothing could be held: the community's is there always.
  await tx.selectFrom("community").select("id").where("id", "=", at).forNoKeyUpdate().execute();
  const inForce = await loadSettings({ db: tx, community: ctx.community });
  const changer = await tx
    .selectFrom("automod_settings as s")
    .innerJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "s.community_id").onRef("m.id", "=", "s.updated_by"),
    )
    .select("m.name")
    .where("s.community_id", "=", at)
    .executeTakeFirst();
  return { ...inForce, name: changer?.name ?? null };
}

const withoutSecret = (settings: CheckSettings): CheckSettings => ({
  ...settings,
  outside: { ...settings.outside, secret: "" },
});

type Write = { before: Stored; settings: CheckSettings; backTo: number | null };

async function write(tx: Tx, ctx: Ctx, { before, settings, backTo }: Write): Promise<number> {
  const version = before.version + 1;
  const text = JSON.stringify(settings);
  await sql`
    insert into automod_settings (community_id, settings, version, updated_by, updated_at)
    values (${ctx.community.id}, ${text}::jsonb, ${version}, ${ctx.actor.id}, ${ctx.now})
    on conflict (community_id) do update set settings = excluded.settings,
      version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at
  `.execute(tx);
  await tx
    .insertInto("automod_change")
    .values({
      community_id: ctx.community.id,
      version,
      settings: JSON.stringify(withoutSecret(settings)),
      back_to: backTo,
      actor_id: ctx.actor.id,
      created_at: ctx.now,
    })
    .execute();
  return version;
}

/**
 * Puts settings into force in place of those of `version`; they hold from the next text on, and the
 * change is kept. Gives the new version. Throws ConflictError when somebody else changed them since,
 * ForbiddenError, SignInNeededError.
 */
export async function saveSettings(
  ctx: Ctx,
  { settings, version }: { settings: CheckSettings; version: number },
): Promise<number> {
  assertCan(ctx.actor, "automod.setRules", null);
  const checked = checkSettings.parse(settings);
  return inTransaction(ctx.db, async (tx) => {
    const before = await held(tx, ctx);
    if (before.version !== version) throw changedMeanwhile(ctx, before);
    return write(tx, ctx, { before, settings: checked, backTo: null });
  });
}

function changedMeanwhile(ctx: Ctx, { name }: Stored): ConflictError {
  return new ConflictError("changed_meanwhile", {
    key: "automod.changedMeanwhile",
    params: { name: name ?? ctx.t("common.formerMember") },
  });
}

/**
 * Puts the settings of an earlier version into force again, as a change of its own; 0 are the
 * product's. The secret of the outside check stays. Throws NotFoundError, ConflictError,
 * ForbiddenError, SignInNeededError.
 */
export async function setBack(
  ctx: Ctx,
  { to, version }: { to: number; version: number },
): Promise<number> {
  assertCan(ctx.actor, "automod.setRules", null);
  return inTransaction(ctx.db, async (tx) => {
    const before = await held(tx, ctx);
    if (before.version !== version) throw changedMeanwhile(ctx, before);
    const old = await tx
      .selectFrom("automod_change")
      .select("settings")
      .where("community_id", "=", ctx.community.id)
      .where("version", "=", to)
      .executeTakeFirst();
    if (!old && to !== 0) throw new NotFoundError();
    const settings = readStored(old?.settings ?? {});
    const { secret } = before.settings.outside;
    const whole = { ...settings, outside: { ...settings.outside, secret } };
    return write(tx, ctx, { before, settings: whole, backTo: to });
  });
}
