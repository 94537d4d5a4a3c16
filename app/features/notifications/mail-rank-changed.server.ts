import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import { sayFormula } from "#app/features/reputation/formula-words.ts";
import { loadRanks } from "#app/features/reputation/load-ranks.server.ts";
import { memberMetrics } from "#app/features/reputation/member-metrics.server.ts";
import { criteriaOf, isFault, readFormula } from "#app/features/reputation/rank-formula.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import type { Rank } from "#app/features/reputation/ranks.ts";
import { loadRankListAt } from "#app/features/reputation/rules/load-rank-list-at.server.ts";
import { powerList } from "#app/features/reputation/rules/power-words.ts";
import { isMove, isRise } from "#app/features/reputation/rules/rank-moves.ts";
import { formatNumber } from "#app/i18n/format-number.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff, type MemberRole } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

/** The last move of a member between ranks, with who they are to be written to. */
async function loadMove(tx: Tx, communityId: number, memberId: number) {
  return tx
    .selectFrom("rank_change as c")
    .innerJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "c.community_id").onRef("m.id", "=", "c.member_id"),
    )
    .where("c.community_id", "=", communityId)
    .where("c.member_id", "=", memberId)
    .where("m.email_verified_at", "is not", null)
    .select(["c.id", "c.from_rank", "c.to_rank", "c.list_version", "c.created_at"])
    .select(["m.email", "m.locale", "m.badge_mails", "m.rank", "m.role"])
    .orderBy("c.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What the old rank asks that the member doesn't have now. */
async function missing(tx: Tx, ctx: Ctx, { rank, memberId }: { rank: Rank; memberId: number }) {
  const formula = readFormula(rank.formula);
  if (isFault(formula)) return [];
  const memberIds = [memberId];
  const metrics = await memberMetrics(tx, ctx.community.id, { memberIds, now: ctx.now });
  const own = metrics.get(memberId);
  if (!own) return [];
  return criteriaOf(formula, own)
    .filter(({ met }) => !met)
    .map(({ formula: part, goal }) => {
      const words = sayFormula(ctx.t, part);
      return goal
        ? `${words} (${ctx.t("rules.have", { have: formatNumber(ctx.t, goal.have) })})`
        : words;
    });
}

type Move = { from: Rank; to: Rank; note: string | null; asks: string[]; role: MemberRole };

/** What the first rank unlocks for a member and the second doesn't; super users keep everything. */
function beyond({ t }: Ctx, role: MemberRole, [one, other]: [Rank, Rank]): string | null {
  if (role !== "member") return null;
  const powers = one.powers.filter((power) => !other.powers.includes(power));
  return powers.length > 0 ? powerList(t, powers) : null;
}

function fallOf(ctx: Ctx, { from, to, note, asks, role }: Move): Omit<MailContent, "action"> {
  const { t, community } = ctx;
  const before = rankName(t, from);
  const lost = beyond(ctx, role, [from, to]);
  const changed =
    note === "" ? t("mail.rankListChangedSilent") : t("mail.rankListChanged", { note: note ?? "" });
  return {
    heading: t("mail.rankFallHeading"),
    paragraphs: [
      t("mail.rankFallText", { before, rank: rankName(t, to), community: community.name }),
      ...(note === null ? [] : [changed]),
      ...asks.map((ask) => t("mail.rankMissing", { rank: before, asks: ask })),
      ...(lost ? [t("mail.rankLost", { powers: lost })] : []),
      t("mail.rankBack"),
    ],
    notes: [t("mail.rankFallNote")],
  };
}

function riseOf(ctx: Ctx, { from, to, role }: Move): Omit<MailContent, "action"> {
  const { t, community } = ctx;
  const names = { before: rankName(t, from), rank: rankName(t, to), community: community.name };
  const gained = beyond(ctx, role, [to, from]);
  return {
    heading: t("mail.rankRiseHeading"),
    paragraphs: [
      t("mail.rankRiseText", names),
      ...(gained ? [t("mail.rankGained", { powers: gained })] : []),
    ],
    notes: [t("mail.rankRiseNote")],
  };
}

/**
 * Tells a member of their new rank: always of a fall, with what the old one asks and what is no
 * longer open to them; of a rise only if they want mails about badges. Once a move; of moves that
 * went back meanwhile nothing.
 */
export async function mailRankChanged(
  ctx: Ctx,
  event: AppEvent<"member.rank_changed">,
): Promise<void> {
  const { community } = ctx;
  const { memberId } = event.payload;
  await inTransaction(ctx.db, async (tx) => {
    const moved = await loadMove(tx, community.id, memberId);
    if (!moved?.email || isStaff(moved.role) || moved.rank !== moved.to_rank) return;
    const at = { version: moved.list_version, changedAt: moved.created_at };
    const { before, after, note } = await loadRankListAt(tx, community.id, at);
    const [from, to] = [before[moved.from_rank], after[moved.to_rank]];
    const place = { from: moved.from_rank, to: moved.to_rank };
    if (!from || !to || !isMove({ before, after }, place)) return;
    const rises = isRise({ before, after }, place);
    if (rises && !moved.badge_mails) return;
    const reader = forReader(ctx, moved);
    const { ranks } = await loadRanks(tx, community.id);
    const still = ranks.find(({ key }) => key === from.key);
    const asks = rises || !still ? [] : await missing(tx, reader, { rank: still, memberId });
    const move = { from, to, note, asks, role: moved.role };
    const { t } = reader;
    const names = { rank: tidyLine(rankName(t, to)), community: community.name };
    await writeMail(tx, reader, {
      dedupeKey: `rank:${moved.id}`,
      memberId,
      to: moved.email,
      subject: t(rises ? "mail.rankRiseSubject" : "mail.rankFallSubject", names),
      content: {
        ...(rises ? riseOf(reader, move) : fallOf(reader, move)),
        action: { label: t("mail.rankAction"), href: `${community.baseUrl}/ranks` },
      },
    });
  });
}
