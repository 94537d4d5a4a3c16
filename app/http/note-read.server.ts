import { keepReads } from "#app/features/reputation/impact/keep-reads.server.ts";
import { ReadCounter } from "#app/features/reputation/impact/read-counter.ts";
import type { Community } from "#app/lib/ctx.ts";
import { getLog } from "#app/lib/log.server.ts";
import { once } from "#app/lib/once.server.ts";
import { contextMade } from "./context.server.ts";
import { getConnection } from "./database.server.ts";
import { networkOf } from "./network-of.ts";
import type { RequestInfo } from "./request-info.server.ts";

const THREAD = /^\/t\/(\d{1,15})\/[^/]+$/;
const PAGE = /^text\/(html|x-script)/;
/** Programs that read for others, or for no one. */
const NOBODY = /bot|crawl|spider|slurp|preview|monitor|fetch|curl|wget|python|headless|scan|^$/i;
const KEPT_AFTER = 10_000;

const counter = () => once("reads", () => new ReadCounter());
let timer: NodeJS.Timeout | null = null;

async function keep(): Promise<void> {
  timer = null;
  try {
    await keepReads(getConnection().db, counter().take(), new Date());
  } catch (error) {
    getLog().warn({ err: error }, "reads not counted");
  }
}

type Answered = { request: Request; response: Response; community: Community; info: RequestInfo };

/** The thread that a person was shown; `null` for anything else. */
function threadRead({ request, response }: Answered): number | null {
  if (request.method !== "GET" || (response.status !== 200 && response.status !== 304)) return null;
  if (/prefetch/.test(request.headers.get("sec-purpose") ?? "")) return null;
  if (NOBODY.test(request.headers.get("user-agent") ?? "")) return null;
  if (!PAGE.test(response.headers.get("content-type") ?? "")) return null;
  const found = THREAD.exec(new URL(request.url).pathname);
  return found ? Number(found[1]) : null;
}

/**
 * Counts that somebody was shown a thread, after the answer was made: a page waits for nothing, and the
 * database hears of many reads at once every few seconds. What waits when the process ends is lost.
 */
export function noteRead(answered: Answered): void {
  const { request, community, info } = answered;
  const threadId = threadRead(answered);
  if (threadId === null) return;
  const reader = `${networkOf(info.ip)} ${request.headers.get("user-agent")}`;
  const made = contextMade(info) ?? Promise.resolve(null);
  void made
    .then((ctx) => {
      const read = { communityId: community.id, threadId, memberId: ctx?.actor.id ?? null };
      if (!counter().note(read, reader, new Date())) return;
      timer ??= setTimeout(() => void keep(), KEPT_AFTER).unref();
    })
    .catch(() => {});
}
