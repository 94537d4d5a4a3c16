import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { DraftKey } from "../drafts/draft-key.ts";
import { lockDrafts } from "../drafts/lock-drafts.server.ts";
import { closedHash } from "./close-question.server.ts";

/** What of a closed question can still be brought back; its row stays, so that it is counted once. */
const written = sql<boolean>`(title || body || tried) <> ''`;

/** Whether a question that the actor closed can be brought back. */
export async function canReopen(ctx: Ctx, once: string): Promise<boolean> {
  if (ctx.actor.id === null) return false;
  const row = await ctx.db
    .selectFrom("kept_question")
    .select("token_hash")
    .where("community_id", "=", ctx.community.id)
    .where("token_hash", "=", closedHash(ctx, once))
    .where("expires_at", ">", ctx.now)
    .where(written)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes a closed question a draft again; gives its key, `null` when it is a draft already or too old.
 * A draft that was begun meanwhile stays beside it. Throws SignInNeededError.
 */
export async function reopenQuestion(ctx: Ctx, once: string): Promise<DraftKey | null> {
  const actor = requireMember(ctx);
  const hash = closedHash(ctx, once);
  const at = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    await lockDrafts(tx, ctx);
    const begun = await tx
      .selectFrom("draft")
      .select("key")
      .where("community_id", "=", at)
      .where("member_id", "=", actor.id)
      .where("key", "=", "ask")
      .executeTakeFirst();
    const own = hash.toLowerCase().replace(/[^a-z0-9]/g, "");
    const key: DraftKey = begun ? `ask:${own.slice(0, 8)}` : "ask";
    const { rows } = await sql`
      insert into draft (community_id, member_id, key, title, body, document, space_slug, tags, kind,
        tried, details, sequence, updated_at)
      select community_id, ${actor.id}::bigint, ${key}, title, body, document, space_slug, tags, kind,
        tried, details, ${ctx.now.getTime()}::bigint, ${ctx.now}
      from kept_question
      where community_id = ${at} and token_hash = ${hash} and expires_at > ${ctx.now} and ${written}
      on conflict do nothing returning 1
    `.execute(tx);
    if (rows.length === 0) return null;
    await sql`
      update kept_question set title = '', body = '', tried = '', document = null, details = '{}'
      where community_id = ${at} and token_hash = ${hash}
    `.execute(tx);
    return key;
  });
}
