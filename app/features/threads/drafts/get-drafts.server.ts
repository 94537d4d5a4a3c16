import type { Ctx } from "#app/lib/ctx.ts";
import type { DraftKey } from "./draft-key.ts";

/** A draft as a form opens with it. */
export type DraftView = {
  key: string;
  title: string;
  /** Markdown. */
  body: string;
  /** The editor's document as JSON; empty when the draft was written without it. */
  document: string;
  spaceSlug: string;
  tags: string;
  kind: string;
  /** What was tried, in Markdown. */
  tried: string;
  /** What stands in the fields of its space, by their names in the form. */
  details: Record<string, string>;
  baseRevision: number | null;
  sequence: number;
  /** Milliseconds since 1970. */
  savedAt: number;
};

/** The actor's drafts of some keys, by key, in one query; none for guests. */
export async function getDrafts(ctx: Ctx, keys: DraftKey[]): Promise<Record<string, DraftView>> {
  if (ctx.actor.id === null || keys.length === 0) return {};
  const rows = await ctx.db
    .selectFrom("draft")
    .selectAll()
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("key", "in", keys)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [
      row.key,
      {
        key: row.key,
        title: row.title,
        body: row.body,
        document: row.document === null ? "" : JSON.stringify(row.document),
        spaceSlug: row.space_slug,
        tags: row.tags,
        kind: row.kind,
        tried: row.tried,
        details: row.details,
        baseRevision: row.base_revision,
        sequence: row.sequence,
        savedAt: row.updated_at.getTime(),
      },
    ]),
  );
}
