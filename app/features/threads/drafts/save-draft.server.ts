import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { storableDocument, type WrittenDraft } from "./draft-form.ts";
import { draftKeyOf, draftTarget, type DraftKey } from "./draft-key.ts";
import { lockDrafts } from "./lock-drafts.server.ts";

export type SaveDraft = WrittenDraft & {
  draftKey: string;
  /** The writer's own counter; 0 takes the next one. */
  draftSequence: number;
  /** Of an edit: the revision that the form was made from. */
  baseRevision?: number | undefined;
  /** Of the form: nothing is saved any more once it was sent. */
  idempotencyKey?: string | undefined;
};

/** `stored` is the counter that the draft stands at: a later save must be higher. */
export type SavedDraft = { saved: boolean; stored: number };

/** How many drafts a member may have; the oldest gives way. */
export const MAX_DRAFTS = 200;

/** True when the form that this draft was typed in has become a post. */
async function wasSent(tx: Tx, ctx: Ctx, input: SaveDraft, key: DraftKey): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`
    select exists (
      select from idempotency where community_id = ${ctx.community.id}
        and member_id = ${ctx.actor.id} and key = ${input.idempotencyKey ?? ""}
    ) or exists (
      select from revision where community_id = ${ctx.community.id}
        and post_id = ${key.startsWith("edit:") ? draftTarget(key)[1] : null}
        and number = ${input.baseRevision ?? null} and editor_id = ${ctx.actor.id}
    ) as sent
  `.execute(tx);
  return rows[0]?.sent === true;
}

async function write(tx: Tx, ctx: Ctx, input: SaveDraft, key: DraftKey): Promise<SavedDraft> {
  const now = ctx.now.getTime();
  const { rows } = await sql<{ sequence: number }>`
    insert into draft as d (community_id, member_id, key, title, body, document, space_slug, tags,
      kind, tried, details, base_revision, sequence, updated_at)
    values (${ctx.community.id}, ${ctx.actor.id}, ${key}, ${input.title}, ${input.body},
      ${storableDocument(input.document)}::jsonb, ${input.spaceSlug}, ${input.tags}, ${input.kind},
      ${input.tried ?? ""}, ${JSON.stringify(input.details ?? {})}::jsonb,
      ${input.baseRevision ?? null}, ${input.draftSequence || now}, ${ctx.now})
    on conflict (community_id, member_id, key) do update set
      title = excluded.title, body = excluded.body, document = excluded.document,
      space_slug = excluded.space_slug, tags = excluded.tags, kind = excluded.kind,
      tried = excluded.tried, details = excluded.details,
      base_revision = excluded.base_revision, updated_at = excluded.updated_at,
      sequence = case when ${input.draftSequence === 0} then greatest(d.sequence + 1, ${now})
        else excluded.sequence end
    where ${input.draftSequence === 0} or excluded.sequence > d.sequence
    returning sequence
  `.execute(tx);
  if (rows[0]) return { saved: true, stored: rows[0].sequence };
  const newer = await tx
    .selectFrom("draft")
    .select("sequence")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return { saved: false, stored: newer.sequence };
}

async function dropOldest(tx: Tx, ctx: Ctx): Promise<void> {
  await sql`
    delete from draft where community_id = ${ctx.community.id} and member_id = ${ctx.actor.id}
      and key in (
        select key from draft
        where community_id = ${ctx.community.id} and member_id = ${ctx.actor.id}
        order by updated_at desc, key offset ${MAX_DRAFTS}
      )
  `.execute(tx);
}

/**
 * Keeps what the actor is writing; the highest counter wins, whatever comes first. Nothing typed
 * takes the draft away. Quiet for a form that was sent already. Throws SignInNeededError,
 * InvalidError (draftKey).
 */
export async function saveDraft(ctx: Ctx, input: SaveDraft): Promise<SavedDraft> {
  requireMember(ctx);
  const key = draftKeyOf(input.draftKey);
  if (!key) throw new InvalidError({ draftKey: { key: "error.invalid" } });
  return inTransaction(ctx.db, async (tx) => {
    await lockDrafts(tx, ctx);
    if (await wasSent(tx, ctx, input, key)) return { saved: false, stored: input.draftSequence };
    const saved = await write(tx, ctx, input, key);
    await dropOldest(tx, ctx);
    return saved;
  });
}
