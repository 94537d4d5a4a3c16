import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { EXPORT_HOURS } from "./ask-export.server.ts";
import { memberReferences } from "./member-references.server.ts";

/** Secrets, and what only the machine reads. */
const LEFT_OUT = [
  "password_hash",
  "id_hash",
  "token_hash",
  "request_hash",
  "search_vector",
  "email_key",
  "handle_key",
  "community_id",
  // What somebody else answered.
  "line_who",
  "line_text",
];
/**
 * Tables that are about the service, not the member; and what staff look into, which would tell those
 * whom it is about. Their votes and what they got for their posts are there all the same.
 */
const SKIPPED = new Set([
  "member_export",
  "idempotency",
  "member_token",
  "vote_case",
  "vote_case_member",
  "moderation_case",
  "decision",
  "member_note",
  "thread_note",
  "canned_reply",
  "review_item",
  "escalation",
  "escalation_setting",
  "masked_original",
  "masked_look",
  "automod_change",
  "automod_trial",
  "blocked_address",
  "sealed_address",
]);
/**
 * Columns that refer to the member in rows about somebody else: what others got for one's votes, their
 * terms, reports of them, appeals that were decided.
 */
const OTHERS = new Set([
  "reputation_entry.giver_id",
  "programme_term.nominated_by",
  "programme_term.mentor_id",
  "programme_term.reviewed_by",
  "programme_change.actor_id",
  "report.member_id",
  "appeal.decided_by",
]);

type Rows = { rows: unknown[] };

async function rowsOf(db: Db, where: { communityId: number; memberId: number }, from: Place) {
  const { rows } = await sql<Rows>`
    select coalesce(jsonb_agg(to_jsonb(t) - ${LEFT_OUT}::text[]), '[]'::jsonb) as rows
    from ${sql.table(from.table)} t
    where t.community_id = ${where.communityId} and ${sql.ref(`t.${from.column}`)} = ${where.memberId}
  `.execute(db);
  return rows[0]!.rows;
}

type Place = { table: string; column: string };

/** `post` by author, but `revision` by editor: the column is part of the name where it isn't "member". */
function sectionOf({ table, column }: Place): string {
  return column === "member_id" || column === "author_id" ? table : `${table}_${column}`;
}

/** What they said in the fields of spaces, which hangs on their threads. */
async function saidOf(db: Db, where: { communityId: number; memberId: number }) {
  return db
    .selectFrom("thread_field as said")
    .innerJoin("thread", (join) =>
      join
        .onRef("thread.community_id", "=", "said.community_id")
        .onRef("thread.id", "=", "said.thread_id"),
    )
    .innerJoin("space_field as field", (join) =>
      join
        .onRef("field.community_id", "=", "said.community_id")
        .onRef("field.id", "=", "said.field_id"),
    )
    .where("said.community_id", "=", where.communityId)
    .where("thread.author_id", "=", where.memberId)
    .select(["said.thread_id", "field.label", "said.value"])
    .orderBy("said.thread_id")
    .orderBy("field.id")
    .orderBy("said.value")
    .execute();
}

/** What was decided about them and why, as they were told; not what staff noted. */
async function decidedAbout(db: Db, where: { communityId: number; memberId: number }) {
  return db
    .selectFrom("decision")
    .where("community_id", "=", where.communityId)
    .where("about_id", "=", where.memberId)
    .select(["id", "verb", "post_id", "thread_id", "reason", "rule", "ground", "automated"])
    .select(["reverses", "created_at"])
    .orderBy("id")
    .execute();
}

/**
 * Job: writes the JSON of everything of a member: their account and every row that refers to them.
 * Written twice it is the same file. Quiet when the account or the request is gone.
 */
export async function buildExport(
  ctx: Ctx,
  { payload: { memberId, exportId } }: AppEvent<"member.export_asked">,
): Promise<void> {
  const where = { communityId: ctx.community.id, memberId };
  const places: Place[] = (await memberReferences(ctx.db)).filter(
    ({ table, column }) => !SKIPPED.has(table) && !OTHERS.has(`${table}.${column}`),
  );
  if (!places.some(({ table }) => table === "mail")) {
    places.push({ table: "mail", column: "member_id" });
  }
  const content: Record<string, unknown> = {
    community: ctx.community.name,
    made_at: ctx.now.toISOString(),
    account: (await rowsOf(ctx.db, where, { table: "member", column: "id" }))[0] ?? null,
  };
  for (const place of places) content[sectionOf(place)] = await rowsOf(ctx.db, where, place);
  content.thread_field = await saidOf(ctx.db, where);
  content.decision = await decidedAbout(ctx.db, where);
  await ctx.db
    .updateTable("member_export")
    .set({
      body: JSON.stringify(content, null, 2),
      ready_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + EXPORT_HOURS * 3_600_000),
    })
    .where("community_id", "=", where.communityId)
    .where("member_id", "=", memberId)
    .where("id", "=", exportId)
    .where("ready_at", "is", null)
    .execute();
}
