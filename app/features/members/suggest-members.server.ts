import { sql } from "kysely";
import { SignInNeededError } from "#app/lib/errors.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { handleKey } from "./handle.ts";

/** A member to choose after an `@`. */
export type SuggestedMember = { id: number; handle: string; name: string; hue: number };

const SHOWN = 8;
const MAX_QUERY = 40;

/** `like` pattern for texts that begin so. */
function startsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * At most eight members whose handle or name begins with what was typed; those who helped most when
 * nothing was typed yet. For members only. Throws SignInNeededError.
 */
export async function suggestMembers(
  ctx: Pick<Ctx, "db" | "community" | "actor">,
  input: { query: string },
): Promise<SuggestedMember[]> {
  if (ctx.actor.id === null) throw new SignInNeededError();
  const typed = input.query.trim().slice(0, MAX_QUERY);
  const communityId = ctx.community.id;
  if (typed === "") {
    return ctx.db
      .selectFrom("member")
      .select(["id", "handle", "name", "hue"])
      .where("community_id", "=", communityId)
      .where("accepted_count", ">", 0)
      .orderBy("accepted_count", "desc")
      .orderBy("id")
      .limit(SHOWN)
      .execute();
  }
  const key = handleKey(typed);
  const { rows } = await sql<SuggestedMember>`
    select id, handle, name, hue from (
      (select id, handle, name, hue, 0 as place from member
        where community_id = ${communityId} and handle_key like ${startsWith(key)}
          and ${key} <> ''
        order by handle_key using ~<~ limit ${sql.lit(SHOWN)})
      union all
      (select id, handle, name, hue, 1 from member
        where community_id = ${communityId}
          and lower(name) like ${startsWith(typed.toLowerCase())}
        order by lower(name) using ~<~ limit ${sql.lit(SHOWN)})
    ) found
    group by id, handle, name, hue order by min(place), handle limit ${sql.lit(SHOWN)}
  `.execute(ctx.db);
  return rows;
}
