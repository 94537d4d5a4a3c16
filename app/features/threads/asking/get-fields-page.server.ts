import type { Ctx } from "#app/lib/ctx.ts";
import { findSpaceToDefine } from "./find-space-to-define.server.ts";
import { FIELD_LIMITS, type SpaceField } from "./space-field.ts";

export type DefinedField = SpaceField & {
  /** Threads in which something was said. */
  threads: number;
};

export type FieldsPage = {
  space: { slug: string; name: string };
  asked: DefinedField[];
  archived: DefinedField[];
  /** Whether one more fits. */
  open: boolean;
};

/** Everything a space asks or asked, for who defines it. Throws as `findSpaceToDefine`. */
export async function getFieldsPage(ctx: Ctx, slug: string): Promise<FieldsPage> {
  const space = await findSpaceToDefine(ctx, { db: ctx.db, slug });
  const rows = await ctx.db
    .selectFrom("space_field as field")
    .where("field.community_id", "=", ctx.community.id)
    .where("field.space_id", "=", space.id)
    .select((eb) => [
      "field.id",
      "field.kind",
      "field.label",
      "field.help",
      "field.options",
      "field.required",
      "field.archived_at",
      eb
        .selectFrom("thread_field as said")
        .whereRef("said.community_id", "=", "field.community_id")
        .whereRef("said.field_id", "=", "field.id")
        .select((said) => said.fn.count<number>("said.thread_id").distinct().as("threads"))
        .as("threads"),
    ])
    .orderBy("field.position")
    .orderBy("field.id")
    .execute();
  const views = rows.map(({ archived_at: archivedAt, threads, ...field }) => ({
    isArchived: archivedAt !== null,
    field: { ...field, threads: Number(threads) },
  }));
  const asked = views.filter((view) => !view.isArchived).map((view) => view.field);
  return {
    space: { slug: space.slug, name: space.name },
    asked,
    archived: views.filter((view) => view.isArchived).map((view) => view.field),
    open: asked.length < FIELD_LIMITS.perSpace,
  };
}
