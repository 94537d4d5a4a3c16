import { sql, type RawBuilder } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { RuledKey } from "./built-in-badges.ts";
import { settleAllBadges } from "./settle-all-badges.server.ts";
import { settleBadges } from "./settle-badges.server.ts";
import { tellGranted } from "./tell-granted.server.ts";

type Follows = Extract<
  AppEvent,
  {
    type:
      | "thread.state_changed"
      | "thread.retagged"
      | "thread.reshaped"
      | "idea.status_changed"
      | "idea.merged"
      | "answer.published"
      | "answer.accepted"
      | "answer.unaccepted"
      | "answer.official_changed"
      | "post.edited"
      | "post.state_changed"
      | "vote.changed"
      | "same_here.changed"
      | "member.role_changed"
      | "import.finished";
  }
>;

/** What is about one thread or one member. */
type Single = Exclude<Follows, { type: "import.finished" }>;

const BY_ANSWER = ["first-answer", "first-on-scene", "welcomer", "weeks"] as const;
const BY_FIX = [
  "first-fix",
  "fixer",
  "revival",
  "patient",
  "night-owl",
  "closes-loop",
  "tag",
] as const;
const BY_VOTE = ["helpful", "great-answer", "explainer", "tag", "good-question"] as const;

/** The badges that a fact can give or take; `null`: every one. */
const TOUCHED: Record<Single["type"], readonly RuledKey[] | null> = {
  "answer.published": BY_ANSWER,
  "answer.accepted": BY_FIX,
  "answer.unaccepted": BY_FIX,
  "answer.official_changed": ["confirmed"],
  "vote.changed": BY_VOTE,
  "same_here.changed": ["same-boat", "good-idea"],
  "idea.status_changed": ["idea-shipped"],
  "post.edited": ["tidy-hand", "tag"],
  "thread.retagged": ["tag"],
  "member.role_changed": ["confirmed", "tidy-hand"],
  "idea.merged": null,
  "post.state_changed": null,
  "thread.state_changed": null,
  "thread.reshaped": null,
};

async function idsOf(tx: Tx, members: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct id from (${members}) found (id) where id is not null order by id
  `.execute(tx);
  return rows.map((row) => row.id);
}

/** Everybody whom a thread can have earned something: writers, editors, and those it did earn. */
function partOf(communityId: number, threadId: number): RawBuilder<unknown> {
  return sql`
    select author_id from thread where community_id = ${communityId} and id = ${threadId}
    union select author_id from post where community_id = ${communityId} and thread_id = ${threadId}
    union select r.editor_id from post p join revision r on r.community_id = p.community_id and r.post_id = p.id
      where p.community_id = ${communityId} and p.thread_id = ${threadId}
    union select member_id from badge_grant
      where community_id = ${communityId} and thread_id = ${threadId} and revoked_at is null`;
}

async function membersOf(tx: Tx, communityId: number, event: Single): Promise<number[]> {
  const { type, payload } = event;
  if (type === "member.role_changed") return [payload.memberId];
  if (type === "vote.changed" || type === "answer.published") {
    return idsOf(
      tx,
      sql`select author_id from post where community_id = ${communityId} and id = ${payload.postId}`,
    );
  }
  if (type === "same_here.changed" || type === "idea.status_changed") {
    return idsOf(
      tx,
      sql`select author_id from thread where community_id = ${communityId} and id = ${payload.threadId}`,
    );
  }
  if (type === "answer.accepted" || type === "answer.unaccepted") {
    return idsOf(
      tx,
      sql`select author_id from thread where community_id = ${communityId} and id = ${payload.threadId}
        union select author_id from post where community_id = ${communityId} and id = ${payload.postId}
        union select member_id from badge_grant where community_id = ${communityId}
          and thread_id = ${payload.threadId} and revoked_at is null`,
    );
  }
  return idsOf(tx, partOf(communityId, payload.threadId));
}

/**
 * Keeps the badges by rule of those whom a fact touches, and tells of new ones; after an import, of
 * everybody and silently. From the rows, so that it may run twice and late.
 */
export async function settleBadgesAfter(ctx: Ctx, event: Follows): Promise<void> {
  const { db, community, now } = ctx;
  if (event.type === "import.finished") {
    await settleAllBadges(ctx, { tell: false });
    return;
  }
  await inTransaction(db, async (tx) => {
    const memberIds = await membersOf(tx, community.id, event);
    const keys = TOUCHED[event.type];
    const granted = await settleBadges(tx, community.id, { memberIds, keys, now });
    await tellGranted(tx, community.id, granted);
  });
}
