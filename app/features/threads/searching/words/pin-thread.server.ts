import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { queryKey } from "#search/postgres/list-pinned.server.ts";
import { readThreadAddress } from "../../rich-text/thread-links.ts";
import { visibleThreads } from "../../visible-to.server.ts";
import { changedBy, changeWords } from "./change-words.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

/** A thread's number, its address, or its path → its id; `null` for anything else. */
function threadIdOf(given: string, baseUrl: string): number | null {
  const text = given.trim();
  if (/^#?[1-9]\d{0,14}$/.test(text)) return Number(text.replace("#", ""));
  return readThreadAddress(text, baseUrl)?.id ?? null;
}

async function refuseTooMany(ctx: Ctx, tx: Tx, key: string): Promise<number> {
  const own = await tx
    .selectFrom("search_pin")
    .select("position")
    .where("community_id", "=", ctx.community.id)
    .where("query_key", "=", key)
    .execute();
  const { pinsPerQuery, pins } = WORD_LIMITS;
  if (own.length >= pinsPerQuery) {
    const params = { max: pinsPerQuery };
    throw new ConflictError("too_many_pins", { key: "words.tooManyForQuery", params });
  }
  const { all } = await tx
    .selectFrom("search_pin")
    .select((eb) => eb.fn.countAll<number>().as("all"))
    .where("community_id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  if (Number(all) >= pins) {
    throw new ConflictError("too_many_pins", { key: "words.tooManyPins", params: { max: pins } });
  }
  return Math.max(0, ...own.map((row) => row.position));
}

/**
 * Puts a thread first for a query, after those that are pinned there already. Who may not see it won't
 * find it either. Throws InvalidError (query, thread), ConflictError, SignInNeededError,
 * ForbiddenError.
 */
export async function pinThread(
  ctx: Ctx,
  input: { query: string; thread: string },
): Promise<{ key: string }> {
  return changeWords(ctx, async (tx) => {
    const query = input.query.replace(/\s+/gu, " ").trim();
    const key = queryKey(query);
    if (key === "") throw new InvalidError({ query: { key: "words.nothingToFind" } });
    const id = threadIdOf(input.thread, ctx.community.baseUrl);
    if (id === null) throw new InvalidError({ thread: { key: "words.notAThread" } });
    const thread = await visibleThreads({ ...ctx, db: tx })
      .where("thread.id", "=", id)
      .select(["thread.id", "thread.merged_into"])
      .executeTakeFirst();
    if (!thread) throw new InvalidError({ thread: { key: "words.noSuchThread" } });
    if (thread.merged_into !== null) {
      throw new InvalidError({ thread: { key: "words.mergedThread" } });
    }
    const last = await refuseTooMany(ctx, tx, key);
    const done = await tx
      .insertInto("search_pin")
      .values({
        community_id: ctx.community.id,
        query_key: key,
        query: query.slice(0, 200),
        thread_id: id,
        position: last + 1,
        ...changedBy(ctx),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows === 0n) {
      throw new InvalidError({ thread: { key: "words.pinnedAlready" } });
    }
    return { key };
  });
}
