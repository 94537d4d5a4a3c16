import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockSubject } from "../load-decided.server.ts";
import { loadMasks } from "../masking/load-masks.server.ts";
import { openCase } from "../open-case.server.ts";
import { pickKnownCase } from "./known-cases.server.ts";
import { loadItem, type ItemView } from "./load-item.server.ts";
import { loadReviewSettings } from "./load-settings.server.ts";
import { assertReviewer } from "./reviewer-record.server.ts";
import type { ReviewSettings } from "./review-rules.ts";
import { itemRows, stillOpen } from "./still-open.server.ts";
import { itemSubject, type Item } from "./to-staff.server.ts";

export type Turn = { id: number; item: ItemView };

/** What a member gets: a turn, or why none. */
export type TurnTaken = { turn: Turn } | { turn: null; none: "empty" | "day" };

const DAY = 86_400_000;
/** Items that turn out not to be for members are passed over, so many at most in a go. */
const TRIES = 20;

async function openTurn(tx: Tx, ctx: Ctx) {
  const { rows } = await sql<{ id: number; item_id: number; live: boolean }>`
    select v.id, v.item_id, (v.known and i.state <> 'open') or (not v.known and i.state = 'open' and ${stillOpen}) as live
    from review_turn v join ${itemRows} on i.community_id = v.community_id and i.id = v.item_id
    where v.community_id = ${ctx.community.id} and v.member_id = ${ctx.actor.id} and v.verdict is null
  `.execute(tx);
  return rows[0];
}

async function pickLive(tx: Tx, { community, actor }: Ctx, kinds: ReviewKind[]) {
  const { rows } = await sql<Item>`
    select i.id, i.kind, i.thread_id, i.post_id, i.target_id, i.revision, i.case_id, i.reason
    from ${itemRows}
    where i.community_id = ${community.id} and i.state = 'open' and i.kind = any(${kinds}::text[])
      and s.read_role = any(${rolesUpTo(actor.role)}::text[])
      and i.author_id is distinct from ${actor.id} and i.proposed_by is distinct from ${actor.id}
      and not exists (select from review_turn v where v.community_id = i.community_id
        and v.item_id = i.id and v.member_id = ${actor.id})
      and ${stillOpen}
    order by (select count(*) from review_turn v where v.community_id = i.community_id
      and v.item_id = i.id and v.verdict in ('approve', 'refuse')) desc, i.id
    limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

async function givenToday(tx: Tx, { community, actor, now }: Ctx) {
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const { rows } = await sql<{ most: number; given: number }>`
    select reviews_a_day as most, (select count(*)::int from review_turn v
      where v.community_id = c.id and v.member_id = ${actor.id} and v.given_at >= ${today}) as given
    from community c where c.id = ${community.id}
  `.execute(tx);
  return rows[0]!;
}

/** Takes an item with personal data from the members; staff get it where it still stands. */
async function withdrawItem(tx: Tx, ctx: Ctx, item: Item, own: boolean): Promise<void> {
  await tx
    .updateTable("review_item")
    .set({ state: "void", settled_at: ctx.now })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", item.id)
    .execute();
  if (!own) return;
  const subject = itemSubject(item);
  await lockSubject(tx, ctx.community.id, subject);
  const reasons = [{ key: "review.casePersonal" }];
  await openCase(tx, ctx, { subject, queue: "personal_data", priority: 2, reasons });
}

async function insertTurn(tx: Tx, ctx: Ctx, { itemId, known }: { itemId: number; known: boolean }) {
  const { id } = await tx
    .insertInto("review_turn")
    .values({
      community_id: ctx.community.id,
      item_id: itemId,
      member_id: requireMember(ctx).id,
      known,
      given_at: ctx.now,
      verdict: null,
      voted_at: null,
      agrees: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

type Giving = { settings: ReviewSettings; kinds: ReviewKind[]; draw: () => number };

async function giveNext(tx: Tx, ctx: Ctx, { settings, kinds, draw }: Giving): Promise<TurnTaken> {
  const { most, given } = await givenToday(tx, ctx);
  if (given >= most) return { turn: null, none: "day" };
  const { options } = await loadMasks(tx, ctx);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const live = await pickLive(tx, ctx, kinds);
    if (!live) break;
    const found = await loadItem(tx, ctx, { itemId: live.id, options });
    if (!found || found.personal) {
      await withdrawItem(tx, ctx, live, found?.own ?? false);
      continue;
    }
    // Only beside what waits: a case that comes alone would tell that it is known.
    if (draw() * 100 < settings[live.kind].knownShare) {
      const itemId = await pickKnownCase(tx, ctx, live.kind);
      const known = itemId === null ? null : await loadItem(tx, ctx, { itemId, options });
      if (itemId !== null && known && !known.personal) {
        return {
          turn: { id: await insertTurn(tx, ctx, { itemId, known: true }), item: known.view },
        };
      }
    }
    const id = await insertTurn(tx, ctx, { itemId: live.id, known: false });
    return { turn: { id, item: found.view } };
  }
  return { turn: null, none: "empty" };
}

/**
 * What the actor is to review: the one they have, or the next. Now and then it is something that staff
 * decided already. Throws SignInNeededError, ForbiddenError for whoever doesn't review, or not now.
 */
export async function takeTurn(
  ctx: Ctx,
  { draw = Math.random }: { draw?: () => number } = {},
): Promise<TurnTaken> {
  return inTransaction(ctx.db, async (tx) => {
    const settings = await loadReviewSettings(tx, ctx.community.id);
    const kinds = await assertReviewer(tx, ctx, settings);
    await sql`
      select pg_advisory_xact_lock(hashtextextended(${`review ${ctx.community.id} ${ctx.actor.id}`}, 0))
    `.execute(tx);
    const open = await openTurn(tx, ctx);
    if (open) {
      const { options } = await loadMasks(tx, ctx);
      const found = open.live ? await loadItem(tx, ctx, { itemId: open.item_id, options }) : null;
      if (found && !found.personal && kinds.includes(found.view.kind)) {
        return { turn: { id: open.id, item: found.view } };
      }
      await tx
        .deleteFrom("review_turn")
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", open.id)
        .execute();
    }
    return giveNext(tx, ctx, { settings, kinds, draw });
  });
}
