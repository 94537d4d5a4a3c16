import type { AppEvent } from "#app/events/catalog.ts";
import { appealPath } from "#app/features/moderation/telling/appeal-link.server.ts";
import {
  loadToldOne,
  type ToldDecision,
} from "#app/features/moderation/telling/load-told.server.ts";
import { appealEnds, mayAppeal } from "#app/features/moderation/telling/may-appeal.server.ts";
import { ownDecision, type OwnDecision } from "#app/features/moderation/telling/own-decision.ts";
import { isMessage, isTold, isToldAtOnce } from "#app/features/moderation/telling/told-verbs.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { loadDecisionReader, type DecisionReader } from "./decision-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

/** Seconds after which a decision about a text is told; an undoing by then is told of neither. */
export const TELL_AFTER = 120;

const keyOf = (decisionId: number) => `decision:${decisionId}`;

/** Paragraphs that say what was decided, what it means, why and by whom. */
function reasons(ctx: Ctx, row: ToldDecision, own: OwnDecision): string[] {
  const { t } = ctx;
  const until = own.until ? t("telling.untilIs", { when: own.until.title }) : null;
  const lines = [
    own.reason === "" ? null : t("telling.reasonIs", { reason: own.reason }),
    own.rests,
    own.by,
    until ?? (own.endless ? t("telling.endless") : null),
  ];
  return [
    ...(own.title === null ? [] : [t("telling.where", { title: own.title })]),
    own.means,
    lines.filter((line) => line !== null).join("\n"),
  ];
}

/** A word from the team, with what it is about. */
function messageContent({ t }: Ctx, own: OwnDecision): MailContent {
  const about = own.title === null ? [] : [t("telling.where", { title: own.title })];
  return { heading: own.did, paragraphs: [...about, own.reason], notes: [own.means] };
}

function contentOf(ctx: Ctx, row: ToldDecision): MailContent {
  const { t, community } = ctx;
  const own = ownDecision(ctx, row);
  if (own.message) return messageContent(ctx, own);
  const ends = formatTime(t, appealEnds(row), ctx.now, community.timeZone).title;
  const appeal = mayAppeal(row, ctx.now)
    ? {
        action: {
          label: t("telling.appealAction"),
          href: community.baseUrl + appealPath(community.id, row.id),
        },
        notes: [t("telling.appealNote", { when: ends }), t("telling.redress")],
      }
    : { notes: [t("telling.redress")] };
  return {
    heading: own.did,
    paragraphs: reasons(ctx, row, own),
    ...(own.text === null || own.text === "" ? {} : { quote: own.text }),
    ...appeal,
  };
}

/** What is told of an undoing, or of an undoing that was undone. */
function undoneContent(ctx: Ctx, row: ToldDecision): MailContent {
  const { t, community } = ctx;
  const own = ownDecision(ctx, row);
  const [heading, text] = row.again
    ? (["telling.again", "telling.againText"] as const)
    : (["telling.undone", "telling.undoneText"] as const);
  return {
    heading: t(heading),
    paragraphs: [
      t(text, { did: own.did }),
      ...(own.title === null ? [] : [t("telling.where", { title: own.title })]),
      ...(own.reason === "" ? [] : [t("telling.reasonIs", { reason: own.reason })]),
    ],
    action: { label: t("telling.seeAction"), href: `${community.baseUrl}/settings/decisions` },
  };
}

/** Whether the undone decision was told, or had been long enough to be known. */
async function wasTold(tx: Tx, ctx: Ctx, row: ToldDecision): Promise<boolean> {
  const mail = await tx
    .selectFrom("mail")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("dedupe_key", "=", keyOf(row.reverses!))
    .executeTakeFirst();
  if (mail) return true;
  const first = await loadToldOne(tx, ctx, row.reverses!);
  return (
    first !== null && row.created_at.getTime() - first.created_at.getTime() > TELL_AFTER * 1_000
  );
}

/** An appeal that was right is told with its answer, not as an undoing. */
async function byAppeal(tx: Tx, ctx: Ctx, row: ToldDecision): Promise<boolean> {
  const appeal = await tx
    .selectFrom("appeal")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("decision_id", "=", row.reverses!)
    .where("outcome", "=", "overturned")
    .where("decided_at", "=", row.created_at)
    .executeTakeFirst();
  return appeal !== undefined;
}

async function write(tx: Tx, ctx: Ctx, reader: DecisionReader, row: ToldDecision): Promise<void> {
  const own = forReader(ctx, reader);
  const content = row.reverses === null ? contentOf(own, row) : undoneContent(own, row);
  await writeMail(tx, own, {
    dedupeKey: keyOf(row.id),
    memberId: reader.id,
    to: reader.email,
    subject: own.t("telling.subject", { did: content.heading, community: ctx.community.name }),
    content,
  });
}

async function tell(ctx: Ctx, decisionId: number, atOnce: boolean): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const row = await loadToldOne(tx, ctx, decisionId);
    if (!row || row.about_id === null || !isTold(row.verb)) return;
    if (isToldAtOnce(row.verb) !== atOnce) return;
    // Undone before anybody was told: there is nothing to tell.
    if (row.undone) return;
    if (row.reverses !== null) {
      // What was said is said.
      if (isMessage(row.verb)) return;
      if (await byAppeal(tx, ctx, row)) return;
      if (!(await wasTold(tx, ctx, row))) return;
    }
    const reader = await loadDecisionReader(tx, ctx.community.id, row.about_id);
    if (reader) await write(tx, ctx, reader, row);
  });
}

/**
 * Tells a member what was decided about what they wrote, and of its undoing: once a decision, a while
 * after it was made. No setting ends these mails.
 */
export async function mailDecision(
  ctx: Ctx,
  { payload }: AppEvent<"decision.made">,
): Promise<void> {
  await tell(ctx, payload.decisionId, false);
}

/** Tells a member at once that they were warned, silenced, suspended or banned, and of the end of that. */
export async function mailSanction(
  ctx: Ctx,
  { payload }: AppEvent<"decision.made">,
): Promise<void> {
  await tell(ctx, payload.decisionId, true);
}
