import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { getEnv } from "#app/lib/env.server.ts";
import type { Model } from "../classifier/model.ts";
import { askOutside } from "./ask-outside.server.ts";
import { loadModel } from "./load-model.server.ts";
import type { ScreeningTools } from "./screening-checks.ts";

/** What the checks of live screening work with, the community's model given. */
export function toolsOf(ctx: Pick<Ctx, "community" | "now">, model: Model | null): ScreeningTools {
  return {
    model,
    askOutside: (screened, outside) =>
      askOutside(screened, outside, {
        community: ctx.community.slug,
        at: ctx.now,
        allowPrivate: getEnv().OUTSIDE_PRIVATE === "true",
      }),
  };
}

/** The same for a job that looks at what is stored, in up to two queries. */
export async function loadTools(
  ctx: Pick<Ctx, "db" | "community" | "now">,
): Promise<ScreeningTools> {
  const row = await ctx.db
    .selectFrom("automod_model")
    .select(sql<string>`trained_at::text`.as("trained_at"))
    .where("community_id", "=", ctx.community.id)
    .executeTakeFirst();
  return toolsOf(ctx, await loadModel(ctx, row?.trained_at ?? null));
}
