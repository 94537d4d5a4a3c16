import type { AppLoadContext } from "@remix-run/node";
import { findCommunityByHost } from "#app/features/communities/load-community.server.ts";
import { currentMember } from "#app/features/members/sessions/current-member.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { getLog } from "#app/lib/log.server.ts";
import { getConnection } from "./database.server.ts";
import { pageLocale } from "./locale-of.server.ts";
import { requestInfo, type RequestInfo } from "./request-info.server.ts";
import { requestHost } from "./request-host.server.ts";

/** A request's context: what commands need, and what only the edge may know. */
export type PageCtx = Ctx & { info: RequestInfo; request: Request };

const contexts = new WeakMap<RequestInfo, Promise<PageCtx>>();

/** The community a request is for. Throws NotFoundError when none lives at its host. */
export async function communityOf(request: Request): Promise<Community> {
  const community = await findCommunityByHost(getConnection().db, requestHost(request));
  if (!community) throw new NotFoundError("no_community");
  return community;
}

async function build(request: Request, info: RequestInfo): Promise<PageCtx> {
  const { db } = getConnection();
  const community = await communityOf(request);
  const actor = await currentMember(db, community, request.headers.get("cookie"));
  return {
    db,
    community,
    actor,
    now: new Date(),
    log: getLog().child({ request: info.requestId, community: community.slug }),
    t: translatorOf(pageLocale(community, actor, request.headers)),
    info,
    request,
  };
}

/** The context that a request was answered with; nothing where none was made. */
export function contextMade(info: RequestInfo): Promise<PageCtx> | undefined {
  return contexts.get(info);
}

/** The context of a request: made once, shared by all its loaders and its action. */
export function contextFor(request: Request, context: AppLoadContext): Promise<PageCtx> {
  const info = requestInfo(context);
  let made = contexts.get(info);
  if (!made) {
    made = build(request, info);
    contexts.set(info, made);
  }
  return made;
}
