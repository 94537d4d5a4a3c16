import { sql } from "kysely";
import { forgetOriginals } from "#app/features/moderation/masking/forget-originals.server.ts";
import { refreshLine } from "#app/features/threads/answer-pointers.server.ts";
import { forgetUploads } from "#app/features/uploads/forget-uploads.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forgetMentions } from "./forget-mentions.server.ts";
import { forgetPosts } from "./forget-posts.server.ts";
import { memberReferences } from "./member-references.server.ts";

const TIME_LIMIT = "10min";

type Leaving = { id: number; handle: string; name: string; email: string | null };

/** Takes the row's lock; `null` when the account was kept meanwhile. */
async function loadDue(tx: Tx, ctx: Ctx, memberId: number): Promise<Leaving | null> {
  const member = await tx
    .selectFrom("member")
    .select(["id", "handle", "name", "email"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .where("erase_at", "<=", ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return member ?? null;
}

/** What counts goes on to count, without saying whose it was. */
async function unlinkCounted(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const at = ctx.community.id;
  await sql`
    update vote set member_id = null, source = 'erased:' || gen_random_uuid()
    where community_id = ${at} and member_id = ${memberId}
  `.execute(tx);
  await sql`
    update fix_report set member_id = null where community_id = ${at} and member_id = ${memberId}
  `.execute(tx);
  // "Same here" is about somebody who is there: it goes with them.
  await sql`
    with gone as (
      delete from same_here where community_id = ${at} and member_id = ${memberId}
      returning thread_id
    )
    update thread set same_here_count = same_here_count - 1
    from gone where thread.community_id = ${at} and thread.id = gone.thread_id
  `.execute(tx);
}

/** Who accepted, withdrew or edited; and the facts that name the member. */
async function unlinkActor(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const columns = [
    ["thread", "accepted_by"],
    ["thread", "state_by"],
    ["post", "state_by"],
    ["post", "edited_by"],
    ["event", "actor_id"],
  ] as const;
  for (const [table, column] of columns) {
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = null
      where community_id = ${ctx.community.id} and ${sql.ref(column)} = ${memberId}
    `.execute(tx);
  }
  await sql`
    delete from event where community_id = ${ctx.community.id}
      and (payload->>'memberId')::bigint = ${memberId}
  `.execute(tx);
}

/** Rows that must not go with the member lose their name; the schema says which those are. */
async function unlinkReferences(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  for (const { table, column, cascades } of await memberReferences(tx)) {
    if (cascades) continue;
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = null
      where community_id = ${ctx.community.id} and ${sql.ref(column)} = ${memberId}
    `.execute(tx);
  }
}

/** Mails to the member are gone, and those to others that wait and name them; of sent ones the subject. */
async function forgetMails(tx: Tx, ctx: Ctx, member: Leaving): Promise<void> {
  const at = ctx.community.id;
  const named = sql`(
    position(${member.name} in subject || ' ' || html || ' ' || text) > 0
    or position(${`/m/${member.handle}`} in html || ' ' || text) > 0)`;
  await sql`
    delete from mail where community_id = ${at} and (member_id = ${member.id}
      or lower(to_address) = lower(${member.email ?? ""}) or (sent_at is null and ${named}))
  `.execute(tx);
  await sql`
    update mail set subject = ${ctx.t("common.formerMember")}, html = '', text = ''
    where community_id = ${at} and ${named}
  `.execute(tx);
}

/** Lines in lists that name the member as the one who answered. */
async function refreshLines(tx: Tx, ctx: Ctx, threadIds: number[]): Promise<void> {
  for (const id of threadIds) await refreshLine(tx, ctx.community.id, id);
}

async function linesOf(tx: Tx, ctx: Ctx, memberId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from thread t join post p on p.community_id = t.community_id
      and p.id = coalesce(t.accepted_post_id, t.official_post_id)
    where t.community_id = ${ctx.community.id} and p.author_id = ${memberId}
    order by t.id for no key update of t
  `.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * Ends an account that is due: nothing says any more who it was, the handle and the address are free
 * again, every counter still counts what it counted. Posts stay without a name or are removed, by
 * the community's policy. True when it was done; false when the account was kept meanwhile.
 */
export async function eraseMember(ctx: Ctx, memberId: number): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    // It reads whole tables; the limit of a page's statements is too short for that.
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
    const member = await loadDue(tx, ctx, memberId);
    if (!member) return false;
    const { erase_policy: policy } = await tx
      .selectFrom("community")
      .select("erase_policy")
      .where("id", "=", ctx.community.id)
      .executeTakeFirstOrThrow();
    await forgetOriginals(tx, ctx, member.id);
    if (policy === "remove") await forgetPosts(tx, ctx, member.id);
    await forgetUploads(tx, ctx, { memberId: member.id, posts: policy });
    const mentioned = await forgetMentions(tx, ctx, member.id);
    const lines = [...mentioned, ...(await linesOf(tx, ctx, member.id))];
    await unlinkCounted(tx, ctx, member.id);
    await unlinkReferences(tx, ctx, member.id);
    await unlinkActor(tx, ctx, member.id);
    await refreshLines(tx, ctx, lines);
    await forgetMails(tx, ctx, member);
    await sql`
      delete from follow where community_id = ${ctx.community.id}
        and subject_kind = 'member' and subject_id = ${member.id}
    `.execute(tx);
    await sql`
      delete from import_record where community_id = ${ctx.community.id}
        and kind = 'member' and target_id = ${member.id}
    `.execute(tx);
    await tx
      .deleteFrom("handle_reservation")
      .where("community_id", "=", ctx.community.id)
      .where("email_key", "=", member.email?.toLowerCase() ?? "")
      .execute();
    await tx
      .deleteFrom("member")
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", member.id)
      .execute();
    return true;
  });
}
