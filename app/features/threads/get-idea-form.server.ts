import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { IdeaStatus } from "#db/schema-threads.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";

export type IdeaForm = { href: string; title: string; status: IdeaStatus; note: string };

/** An idea as staff change it. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function getIdeaForm(ctx: Ctx, threadId: number): Promise<IdeaForm> {
  const thread = await loadThread(ctx.db, ctx, threadId);
  assertCan(ctx.actor, "idea.setStatus", threadSubject(thread));
  return {
    href: threadRef(thread).href,
    title: thread.title,
    status: thread.idea_status ?? "new",
    note: thread.idea_note,
  };
}
