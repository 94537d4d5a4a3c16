import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import type { TagRef } from "./thread-view.ts";

const SHOWN = 8;
const MIN_QUERY = 2;
const MAX_QUERY = 40;

/**
 * At most eight tags whose name, or a word of it, begins with what was typed, the most used first;
 * none for fewer than two characters. For members only. Throws SignInNeededError.
 */
export async function suggestTags(
  ctx: Pick<Ctx, "db" | "community" | "actor">,
  input: { query: string },
): Promise<TagRef[]> {
  if (ctx.actor.id === null) throw new SignInNeededError();
  const typed = input.query.trim().toLowerCase().slice(0, MAX_QUERY);
  if (typed.length < MIN_QUERY) return [];
  const start = `${typed.replace(/[\\%_]/g, "\\$&")}%`;
  const word = start.replaceAll("-", " ");
  return ctx.db
    .selectFrom("tag")
    .select(["slug", "name"])
    .where("community_id", "=", ctx.community.id)
    .where((eb) =>
      eb.or([
        eb("slug", "like", start),
        eb(sql`lower(name)`, "like", word),
        eb(sql`lower(name)`, "like", `% ${word}`),
      ]),
    )
    .orderBy("thread_count", "desc")
    .orderBy("name")
    .limit(SHOWN)
    .execute();
}
