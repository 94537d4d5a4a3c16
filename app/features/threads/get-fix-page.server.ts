import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { loadThreadHead } from "./load-thread-head.server.ts";
import { threadSubject } from "./subjects.ts";
import { threadHref } from "./thread-view.ts";

export type FixPage = {
  threadId: number;
  href: string;
  title: string;
  spaceSlug: string;
  /** Whether "same here" is theirs to say, after signing in for a guest. */
  sameHere: boolean;
  viewerSameHere: boolean;
  /** Whether the thread still takes answers. */
  open: boolean;
};

/** Where somebody goes on whom an answer didn't help. Throws NotFoundError, ForbiddenError. */
export async function getFixPage(ctx: Ctx, threadId: number): Promise<FixPage> {
  const head = await loadThreadHead(ctx, threadId);
  const subject = threadSubject(head);
  if ((head.accepted_post_id ?? head.official_post_id) === null) throw new NotFoundError();
  assertCan(ctx.actor, "thread.reportFix", subject);
  return {
    threadId: head.id,
    href: threadHref(head.id, head.slug),
    title: head.title,
    spaceSlug: head.space_slug,
    sameHere: ctx.actor.kind === "guest" || can(ctx.actor, "thread.sameHere", subject),
    viewerSameHere: head.viewer_same_here,
    open: !subject.locked,
  };
}
