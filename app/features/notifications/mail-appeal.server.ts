import type { AppEvent } from "#app/events/catalog.ts";
import { appealPath } from "#app/features/moderation/telling/appeal-link.server.ts";
import { loadToldOne } from "#app/features/moderation/telling/load-told.server.ts";
import { ownDecision } from "#app/features/moderation/telling/own-decision.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadDecisionReader } from "./decision-reader.server.ts";
import { forReader } from "./for-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

type Appeal = { id: number; decision_id: number; member_id: number; outcome: string | null };

async function loadAppeal(tx: Tx, ctx: Ctx, appealId: number) {
  return tx
    .selectFrom("appeal")
    .select(["id", "decision_id", "member_id", "outcome", "answer"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", appealId)
    .executeTakeFirst();
}

type Told = { key: string; content: (own: Ctx, did: string) => MailContent };

async function write(tx: Tx, ctx: Ctx, appeal: Appeal, { key, content }: Told): Promise<void> {
  const reader = await loadDecisionReader(tx, ctx.community.id, appeal.member_id);
  const decision = await loadToldOne(tx, ctx, appeal.decision_id);
  if (!reader || !decision) return;
  const own = forReader(ctx, reader);
  const { did } = ownDecision(own, decision);
  const told = content(own, did);
  await writeMail(tx, own, {
    dedupeKey: key,
    memberId: reader.id,
    to: reader.email,
    subject: own.t("telling.subject", { did: told.heading, community: ctx.community.name }),
    content: told,
  });
}

const linkOf = ({ t, community }: Ctx, decisionId: number) => ({
  label: t("telling.appealSee"),
  href: community.baseUrl + appealPath(community.id, decisionId),
});

/** Tells whoever appealed that it arrived. */
export async function mailAppealGot(ctx: Ctx, { payload }: AppEvent<"appeal.made">): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const appeal = await loadAppeal(tx, ctx, payload.appealId);
    if (!appeal || appeal.outcome !== null) return;
    await write(tx, ctx, appeal, {
      key: `appeal_got:${appeal.id}`,
      content: (own, did) => ({
        heading: own.t("telling.appealGot"),
        paragraphs: [own.t("telling.appealGotText", { did })],
        action: linkOf(own, appeal.decision_id),
      }),
    });
  });
}

/** Tells whoever appealed what came of it, with the team's answer. */
export async function mailAppealDecided(
  ctx: Ctx,
  { payload }: AppEvent<"appeal.decided">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const appeal = await loadAppeal(tx, ctx, payload.appealId);
    if (!appeal?.outcome) return;
    const { outcome, answer } = appeal;
    await write(tx, ctx, appeal, {
      key: `appeal:${appeal.id}`,
      content: (own, did) => ({
        heading: own.t("telling.appealOutcome", { outcome }),
        paragraphs: [
          own.t("telling.appealOutcomeText", { outcome, did }),
          ...(answer === "" ? [] : [own.t("telling.answerIs", { answer })]),
        ],
        action: linkOf(own, appeal.decision_id),
        notes: outcome === "upheld" ? [own.t("telling.redress")] : [],
      }),
    });
  });
}
