import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { EscalationChannel } from "#db/schema-escalation.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";

export type DeliveryView = {
  id: number;
  channel: EscalationChannel;
  status: "waiting" | "sent" | "failed";
  tries: number;
  httpStatus: number | null;
  error: string;
  at: TimeText;
  /** `null`: a test. */
  escalationId: number | null;
};

export type EscalationSettingsPage = {
  values: {
    webhookOn: boolean;
    webhookUrl: string;
    mailOn: boolean;
    mailTo: string;
    account: string;
  };
  hasSecret: boolean;
  accounts: { value: string; label: string }[];
  /** Newest first. */
  deliveries: DeliveryView[];
};

const SHOWN = 20;

/** The last deliveries, of some escalations or of all. */
export async function loadDeliveries(
  ctx: Ctx,
  { of, most = SHOWN }: { of?: number[]; most?: number } = {},
): Promise<DeliveryView[]> {
  if (of?.length === 0) return [];
  const query = ctx.db
    .selectFrom("escalation_delivery")
    .select(["id", "channel", "status", "tries", "http_status", "error", "created_at", "done_at"])
    .select("escalation_id")
    .where("community_id", "=", ctx.community.id)
    .orderBy("id", "desc")
    .limit(most);
  const rows = await (of ? query.where("escalation_id", "in", of) : query).execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    status: row.status,
    tries: row.tries,
    httpStatus: row.http_status,
    error: row.error,
    at: formatTime(ctx.t, row.done_at ?? row.created_at, ctx.now, ctx.community.timeZone),
    escalationId: row.escalation_id,
  }));
}

/** What admins set of escalations, without the secret. Throws SignInNeededError, ForbiddenError. */
export async function getEscalationSettings(ctx: Ctx): Promise<EscalationSettingsPage> {
  assertCan(ctx.actor, "desk.setClocks", null);
  const { secret, accountId, ...settings } = await loadEscalationSettings(ctx.db, ctx.community.id);
  const staff = await ctx.db
    .selectFrom("member")
    .select(["id", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("role", "in", ["moderator", "admin"])
    .orderBy("name")
    .execute();
  return {
    values: { ...settings, account: accountId === null ? "" : String(accountId) },
    hasSecret: secret !== "",
    accounts: [
      { value: "", label: ctx.t("escalation.accountNone") },
      ...staff.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
    deliveries: await loadDeliveries(ctx),
  };
}
