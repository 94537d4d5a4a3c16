import { sql } from "kysely";
import { editInTx } from "#app/features/threads/edit-post.server.ts";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import { publishPost } from "#app/features/threads/publish-post.server.ts";
import { renderDocument } from "#app/features/threads/rich-text/render-text.ts";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ContentState } from "#db/schema-threads.ts";
import { changedSince } from "./load-reversed.server.ts";
import { maskRevisionsAgain, showMaskedRevisions } from "./masking/restore-masked.server.ts";

type Fields = Record<string, unknown>;

/** Who, when and why of a state, as they were; a member who is gone is named no more. */
export async function writeStateOf(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  { table, id, fields }: { table: "post" | "thread"; id: number; fields: Fields },
): Promise<void> {
  const at = ctx.community.id;
  const by = (fields.state_by ?? null) as number | null;
  await sql`
    update ${sql.table(table)} set state_reason = ${(fields.state_reason as string | undefined) ?? ""},
      state_by = (select id from member where community_id = ${at} and id = ${by}),
      state_at = ${(fields.state_at as string | null | undefined) ?? null}::timestamptz
    where community_id = ${at} and id = ${id}
  `.execute(tx);
}

/** Brings the state and text of a post back to what they were. */
export async function restorePostFields(
  tx: Tx,
  ctx: Ctx,
  { id, fields, current }: { id: number; fields: Fields; current: Fields },
): Promise<void> {
  const whole = { ...current, ...fields };
  if ("state" in fields || "state_at" in fields) {
    const post = await loadPost(tx, ctx, id, { lock: true });
    const to = whole.state as ContentState;
    if (to === "published") await publishPost(tx, ctx, post);
    else {
      await withdrawPost(tx, ctx, post, { to, reason: "" });
      await writeStateOf(tx, ctx, { table: "post", id, fields: whole });
    }
  }
  const masked = Number(fields.masked ?? current.masked) - Number(current.masked);
  if (masked < 0) await showMaskedRevisions(tx, ctx, id);
  if ("revision" in fields) await restoreText(tx, ctx, { id, number: fields.revision as number });
  if (masked > 0) await maskRevisionsAgain(tx, ctx, id);
}

/** Writes the text of an older revision again, as a new one. Throws ConflictError when it is gone. */
async function restoreText(
  tx: Tx,
  ctx: Ctx,
  { id, number }: { id: number; number: number },
): Promise<void> {
  const old = await tx
    .selectFrom("revision")
    .select(["title", "document"])
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();
  if (!old) throw changedSince();
  const post = await loadPost(tx, ctx, id, { lock: true });
  const stored = renderDocument(old.document as DocumentJson);
  const title = post.kind === "opening" ? old.title : null;
  await editInTx(tx, ctx, { post, stored, title, reason: "" });
}
