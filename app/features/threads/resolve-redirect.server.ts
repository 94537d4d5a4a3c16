import type { Ctx } from "#app/lib/ctx.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { oldAddresses } from "./old-addresses.ts";
import { threadHref } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

/**
 * Where an old address of an imported thread or post leads now; `null` when nothing the actor may
 * see had it. Tried with its query string first, then without, then in its shortest form.
 */
export async function resolveRedirect(ctx: Ctx, path: string): Promise<string | null> {
  const tried = oldAddresses(path);
  if (tried.length === 0) return null;
  const rows = await visibleThreads(ctx)
    .innerJoin("redirect", (join) =>
      join
        .onRef("redirect.community_id", "=", "thread.community_id")
        .onRef("redirect.thread_id", "=", "thread.id"),
    )
    .where("redirect.path", "in", tried)
    .select(["thread.id", "thread.slug", "redirect.path", "redirect.post_id"])
    .execute();
  const found = rows.sort((a, b) => tried.indexOf(a.path) - tried.indexOf(b.path))[0];
  if (!found) return null;
  const exact = found.post_id === null ? null : await findPostAddress(ctx, found.post_id);
  return exact ?? threadHref(found.id, found.slug);
}
