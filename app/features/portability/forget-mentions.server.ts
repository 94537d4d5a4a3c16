import { sql } from "kysely";
import { renderDocument } from "#app/features/threads/rich-text/render-text.ts";
import type { DocumentJson, NodeJson } from "#app/features/threads/rich-text/schema.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

type Found = { post_id: number; thread_id: number; number: number | null; document: DocumentJson };

function without(node: NodeJson, memberId: number, word: string): NodeJson {
  if (node.type === "mention" && Number(node.attrs?.["id"]) === memberId) {
    return node.marks
      ? { type: "text", text: word, marks: node.marks }
      : { type: "text", text: word };
  }
  if (!node.content) return node;
  return { ...node, content: node.content.map((child) => without(child, memberId, word)) };
}

/** Posts, and their revisions (`number`), that mention a member. */
async function findMentions(tx: Tx, ctx: Ctx, memberId: number): Promise<Found[]> {
  const named = sql`jsonb_path_exists(document,
    '$.** ? (@.type == "mention" && @.attrs.id == $id)', ${JSON.stringify({ id: memberId })}::jsonb)`;
  const { rows } = await sql<Found>`
    select id as post_id, thread_id, null::int as number, document from post
    where community_id = ${ctx.community.id} and ${named}
    union all
    select post_id, 0, number, document from revision
    where community_id = ${ctx.community.id} and ${named}
  `.execute(tx);
  return rows;
}

/**
 * Writes "Former member" where others mentioned a member, in posts and their revisions; gives the
 * threads of the changed posts.
 */
export async function forgetMentions(tx: Tx, ctx: Ctx, memberId: number): Promise<number[]> {
  const word = ctx.t("common.formerMember");
  const found = await findMentions(tx, ctx, memberId);
  for (const { post_id: postId, number, document } of found) {
    const stored = renderDocument({ ...without(document, memberId, word), type: "doc" });
    const json = JSON.stringify(stored.document);
    if (number === null) {
      await tx
        .updateTable("post")
        .set({ document: json, html: stored.html, text: stored.text })
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", postId)
        .execute();
    } else {
      await tx
        .updateTable("revision")
        .set({ document: json, text: stored.text })
        .where("community_id", "=", ctx.community.id)
        .where("post_id", "=", postId)
        .where("number", "=", number)
        .execute();
    }
  }
  return [...new Set(found.flatMap((row) => (row.number === null ? [row.thread_id] : [])))];
}
