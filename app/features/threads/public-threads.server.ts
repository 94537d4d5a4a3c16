import type { Ctx } from "#app/lib/ctx.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import { readThreadAddress } from "./rich-text/thread-links.ts";
import { visibleThreads } from "./visible-to.server.ts";

type Needs = Pick<Ctx, "db" | "community">;

/**
 * Threads that everybody may read, among those with the ids. Their titles go into texts that others
 * read, so it does not count what the writer may see.
 */
function publicThreads({ db, community }: Needs, ids: number[]) {
  return visibleThreads({ db, community, actor: GUEST })
    .where("thread.id", "in", ids)
    .select(["thread.id", "thread.title", "thread.accepted_post_id"])
    .execute();
}

/** Titles by id of the threads that everybody may read. */
export async function publicTitles(ctx: Needs, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await publicThreads(ctx, ids);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A thread as the editor names a link to it. */
export type LinkedThread = { title: string; path: string; solved: boolean };

/**
 * The thread that an address leads to, when it is one of the community that everybody may read; else
 * null. For members only. Throws SignInNeededError.
 */
export async function findLinkedThread(
  ctx: Pick<Ctx, "db" | "community" | "actor">,
  input: { address: string },
): Promise<LinkedThread | null> {
  if (ctx.actor.id === null) throw new SignInNeededError();
  const address = readThreadAddress(input.address.trim(), ctx.community.baseUrl);
  if (!address) return null;
  const [row] = await publicThreads(ctx, [address.id]);
  if (!row) return null;
  return { title: row.title, path: address.path, solved: row.accepted_post_id !== null };
}
