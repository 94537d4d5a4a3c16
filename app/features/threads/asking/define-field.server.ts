import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { readDefinition, type FieldDefinition, type FieldForm } from "./field-definition.ts";
import { findSpaceToDefine } from "./find-space-to-define.server.ts";
import { FIELD_LIMITS } from "./space-field.ts";

export type DefineField = FieldForm & {
  spaceSlug: string;
  /** The field to change; a new one without it. Its kind stays what it is. */
  fieldId?: number | undefined;
};

type Place = { communityId: number; spaceId: number };

/** The fields a space asks now, in their order. */
export function askedFields(tx: Tx, { communityId, spaceId }: Place) {
  return tx
    .selectFrom("space_field")
    .select(["id", "label", "position"])
    .where("community_id", "=", communityId)
    .where("space_id", "=", spaceId)
    .where("archived_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Throws ConflictError when a space asks as much as it may. */
export function refuseTooMany(asked: unknown[]): void {
  const max = FIELD_LIMITS.perSpace;
  if (asked.length >= max) {
    throw new ConflictError("too_many_fields", { key: "ask.fieldsFull", params: { max } });
  }
}

/** Throws InvalidError (label) when another field of the space is called so. */
export function refuseSameLabel(
  asked: { id: number; label: string }[],
  own: { id: number | undefined; label: string },
): void {
  const same = (label: string) => label.toLowerCase() === own.label.toLowerCase();
  if (asked.some((field) => field.id !== own.id && same(field.label))) {
    throw new InvalidError({ label: { key: "ask.fieldSameLabel" } });
  }
}

async function insert(tx: Tx, place: Place, definition: FieldDefinition, position: number) {
  const { id } = await tx
    .insertInto("space_field")
    .values({
      ...definition,
      community_id: place.communityId,
      space_id: place.spaceId,
      position,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function change(tx: Tx, place: Place, definition: FieldDefinition, id: number) {
  const { kind: _kept, ...rest } = definition;
  const done = await tx
    .updateTable("space_field")
    .set(rest)
    .where("community_id", "=", place.communityId)
    .where("space_id", "=", place.spaceId)
    .where("id", "=", id)
    .where("archived_at", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFoundError();
  return id;
}

/** The kind a field has already, which what is sent can't change. */
async function kindOf(tx: Tx, place: Place, id: number) {
  const row = await tx
    .selectFrom("space_field")
    .select("kind")
    .where("community_id", "=", place.communityId)
    .where("space_id", "=", place.spaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return row.kind;
}

/**
 * Makes a field of a space, or changes one; gives its id. What was said before stays as it was said.
 * Throws InvalidError (label, help, options), ConflictError when there are ten, NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function defineField(ctx: Ctx, input: DefineField): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const space = await findSpaceToDefine(ctx, { db: tx, slug: input.spaceSlug, lock: true });
    const place = { communityId: ctx.community.id, spaceId: space.id };
    const id = input.fieldId;
    const kind = id === undefined ? input.kind : await kindOf(tx, place, id);
    const definition = readDefinition({ ...input, kind });
    const asked = await askedFields(tx, place);
    refuseSameLabel(asked, { id, label: definition.label });
    if (id !== undefined) return change(tx, place, definition, id);
    refuseTooMany(asked);
    return insert(tx, place, definition, (asked.at(-1)?.position ?? 0) + 1);
  });
}
