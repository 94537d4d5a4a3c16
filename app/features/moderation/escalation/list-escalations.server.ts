import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { EscalationStatus } from "#db/schema-escalation.ts";
import { loadDeliveries, type DeliveryView } from "./get-escalation-settings.server.ts";
import { referenceOf } from "./load-message.server.ts";
import { personalIn } from "./publish-answer.server.ts";

export type EscalationView = {
  id: number;
  /** Ours. */
  ours: string;
  /** Of the ticket, in the brand's system. */
  reference: string;
  status: EscalationStatus;
  title: string;
  href: string;
  caseId: number | null;
  note: string;
  by: string | null;
  at: TimeText;
  answer: string;
  /** The answer in pieces; those that are personal data are marked. */
  pieces: { text: string; personal: boolean }[];
  holdsPersonal: boolean;
  answerHref: string | null;
  deliveries: DeliveryView[];
};

export type EscalationList = {
  status: EscalationStatus;
  items: EscalationView[];
  /** The id to go on before; `null` at the end. */
  before: number | null;
};

const AT_ONCE = 20;

async function piecesOf(ctx: Ctx, answer: string): Promise<EscalationView["pieces"]> {
  const pieces: EscalationView["pieces"] = [];
  let last = 0;
  for (const { from, to } of await personalIn(ctx, answer)) {
    if (from > last) pieces.push({ text: answer.slice(last, from), personal: false });
    pieces.push({ text: answer.slice(from, to), personal: true });
    last = to;
  }
  if (last < answer.length) pieces.push({ text: answer.slice(last), personal: false });
  return pieces;
}

function query(ctx: Ctx, status: EscalationStatus, before: number | null) {
  const rows = ctx.db
    .selectFrom("escalation as e")
    .innerJoin("thread as t", (join) =>
      join.onRef("t.community_id", "=", "e.community_id").onRef("t.id", "=", "e.thread_id"),
    )
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "e.community_id").onRef("m.id", "=", "e.created_by"),
    )
    .where("e.community_id", "=", ctx.community.id)
    .where("e.status", "=", status)
    .select(["e.id", "e.reference", "e.status", "e.case_id", "e.note", "e.answer", "e.created_at"])
    .select(["e.thread_id", "e.post_id", "e.published_post_id", "t.slug", "t.title", "m.name"])
    .orderBy("e.id", "desc")
    .limit(AT_ONCE + 1);
  return before === null ? rows : rows.where("e.id", "<", before);
}

/** What staff passed on, newest first. Throws SignInNeededError, ForbiddenError. */
export async function listEscalations(
  ctx: Ctx,
  { status, before = null }: { status: EscalationStatus; before?: number | null },
): Promise<EscalationList> {
  assertCan(ctx.actor, "desk.manage", null);
  const found = await query(ctx, status, before).execute();
  const rows = found.slice(0, AT_ONCE);
  const deliveries = await loadDeliveries(ctx, { of: rows.map(({ id }) => id), most: 200 });
  const items: EscalationView[] = [];
  for (const row of rows) {
    const thread = `/t/${row.thread_id}/${row.slug}`;
    const at = (postId: number) => `${thread}?post=${postId}#post-${postId}`;
    const pieces = await piecesOf(ctx, row.answer);
    items.push({
      id: row.id,
      ours: referenceOf(ctx.community, row.id),
      reference: row.reference,
      status: row.status,
      title: row.title,
      href: row.post_id === null ? thread : at(row.post_id),
      caseId: row.case_id,
      note: row.note,
      by: row.name,
      at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
      answer: row.answer,
      pieces,
      holdsPersonal: pieces.some(({ personal }) => personal),
      answerHref: row.published_post_id === null ? null : at(row.published_post_id),
      deliveries: deliveries.filter(({ escalationId }) => escalationId === row.id),
    });
  }
  return { status, items, before: found.length > AT_ONCE ? rows.at(-1)!.id : null };
}
