import type { Ctx } from "#app/lib/ctx.ts";
import { once } from "#app/lib/once.server.ts";
import { modelFromJson } from "../classifier/model-json.ts";
import type { Model } from "../classifier/model.ts";

type Kept = { trainedAt: string; model: Model | null };

/** A model takes 256 KB in memory. */
const MOST_KEPT = 100;

/** Models that were used last, by community. */
const kept = once("automod-models", () => new Map<number, Kept>());

/**
 * What the community's classifier has learnt, as of `trainedAt`; kept in memory as long as that is
 * the one. `null` while there is none.
 */
export async function loadModel(
  { db, community }: Pick<Ctx, "db" | "community">,
  trainedAt: string | null,
): Promise<Model | null> {
  if (trainedAt === null) return null;
  const before = kept.get(community.id);
  if (before?.trainedAt === trainedAt) return before.model;
  const row = await db
    .selectFrom("automod_model")
    .select("model")
    .where("community_id", "=", community.id)
    .executeTakeFirst();
  const model = modelFromJson(row?.model);
  kept.delete(community.id);
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0]!);
  kept.set(community.id, { trainedAt, model });
  return model;
}
