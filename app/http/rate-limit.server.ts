import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Community } from "#app/lib/ctx.ts";
import { AppError, TooManyError } from "#app/lib/errors.ts";
import { once } from "#app/lib/once.server.ts";
import { getConnection } from "./database.server.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

type Window = { points: number; seconds: number };
type Limit = {
  windows: Window[];
  /** Without the database nothing can be counted across processes: then refuse, or count here. */
  closed: boolean;
};

/**
 * Every limit. Counted by community and key, over all web processes. Keys: `account` what was typed
 * as login, `mailbox` an address without its +tag, `network` an IPv4 address or an IPv6 /64,
 * `member` a member's id.
 */
const LIMITS = {
  /** Failed sign-ins by account. */
  signInAccount: { windows: [{ points: 10, seconds: 15 * MINUTE }], closed: true },
  /** Failed sign-ins by network. */
  signInNetwork: { windows: [{ points: 50, seconds: 15 * MINUTE }], closed: true },
  /** Failed checks of one's own password in the settings, by member. */
  ownPassword: { windows: [{ points: 10, seconds: 15 * MINUTE }], closed: true },
  /** New accounts by network. */
  signUp: { windows: [{ points: 40, seconds: HOUR }], closed: true },
  /** Mails somebody can have sent by typing an address (sign-up, reset, verify, change), by mailbox. */
  mailTo: { windows: [{ points: 3, seconds: HOUR }], closed: true },
  /** Mails a member can have sent from the settings, by member: also to many mailboxes. */
  mailBy: { windows: [{ points: 3, seconds: HOUR }], closed: true },
  /** Asked resets by network. */
  reset: { windows: [{ points: 40, seconds: HOUR }], closed: true },
  /** Links followed, by network: bounds guessing and the hashing it causes. */
  link: { windows: [{ points: 60, seconds: 15 * MINUTE }], closed: true },
  /** Threads, answers, replies, edits by member. */
  post: {
    windows: [
      { points: 30, seconds: MINUTE },
      { points: 200, seconds: HOUR },
    ],
    closed: false,
  },
  /** Drafts saved while typing, by member. */
  draft: { windows: [{ points: 120, seconds: MINUTE }], closed: false },
  /** Questions that guests write before they sign in, by network. */
  keptQuestion: { windows: [{ points: 20, seconds: HOUR }], closed: true },
  /** Exports of one's own data, by member. */
  export: { windows: [{ points: 3, seconds: 24 * HOUR }], closed: true },
  /** Files, by member; what they may send within a day is counted in the table. */
  upload: {
    windows: [
      { points: 30, seconds: MINUTE },
      { points: 300, seconds: HOUR },
    ],
    closed: false,
  },
  /** Votes, "same here", accepts by member. */
  vote: { windows: [{ points: 60, seconds: MINUTE }], closed: false },
  /** Looks at what is being written, by member. */
  preview: { windows: [{ points: 60, seconds: MINUTE }], closed: false },
  /** Lists of members to mention, by member: one a pause in typing. */
  suggest: { windows: [{ points: 240, seconds: MINUTE }], closed: false },
  /** Threads for what is typed into a search box, by member or network: many share a company's. */
  suggestSearch: { windows: [{ points: 600, seconds: MINUTE }], closed: false },
  /** Threads chosen from a search box, by member or network. */
  suggestChosen: { windows: [{ points: 120, seconds: MINUTE }], closed: false },
  /** Searches over the API, by network: several pauses in typing a second for a minute. */
  searchApi: { windows: [{ points: 240, seconds: MINUTE }], closed: false },
  /** Pictures of threads that have to be drawn, by network: many share a crawler's. */
  card: { windows: [{ points: 120, seconds: MINUTE }], closed: false },
  /** Where a question belongs while it is written, by member or network: one a pause in typing. */
  askSuggest: { windows: [{ points: 120, seconds: MINUTE }], closed: false },
  /** Reports, by member; of guests by network. */
  report: {
    windows: [
      { points: 10, seconds: MINUTE },
      { points: 50, seconds: 24 * HOUR },
    ],
    closed: false,
  },
  /** What ticket systems send, by network. */
  escalation: { windows: [{ points: 120, seconds: MINUTE }], closed: false },
  /** "Did this fix it?" of guests, by network. */
  fixReport: {
    windows: [
      { points: 20, seconds: MINUTE },
      { points: 100, seconds: HOUR },
    ],
    closed: false,
  },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** What a limit needs of a context. */
type LimitCtx = { community: Pick<Community, "id"> };

function limiterOf(name: LimitName, window: Window, sweeps: boolean): RateLimiterPostgres {
  const shared = {
    keyPrefix: `${name}:${window.seconds}`,
    points: window.points,
    duration: window.seconds,
  };
  return new RateLimiterPostgres({
    ...shared,
    storeClient: getConnection().pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: sweeps,
    insuranceLimiter: LIMITS[name].closed ? undefined : new RateLimiterMemory(shared),
  });
}

function limitersOf(name: LimitName): RateLimiterPostgres[] {
  const all = once("limiters", () => new Map<LimitName, RateLimiterPostgres[]>());
  let made = all.get(name);
  if (!made) {
    // One limiter sweeps for all: they share the table.
    made = LIMITS[name].windows.map((window, at) =>
      limiterOf(name, window, all.size === 0 && at === 0),
    );
    all.set(name, made);
  }
  return made;
}

/** Typed keys can be long and can be personal; the counter needs neither. */
function counterKey(ctx: LimitCtx, key: string | number): string {
  const digest = createHash("sha256").update(String(key)).digest("base64url").slice(0, 32);
  return `${ctx.community.id}:${digest}`;
}

/**
 * Counts one try. Throws TooManyError with the seconds to wait when the limit is reached, and a 503
 * AppError when a limit that must hold can't be counted.
 */
export async function limit(ctx: LimitCtx, name: LimitName, key: string | number): Promise<void> {
  for (const limiter of limitersOf(name)) {
    try {
      await limiter.consume(counterKey(ctx, key));
    } catch (reason) {
      if (reason instanceof RateLimiterRes) {
        throw new TooManyError(Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)));
      }
      throw new AppError("limits_away", 503, { key: "error.unavailable" });
    }
  }
}

/** Takes back a counted try. Quiet when it can't: the count then runs out by itself. */
async function forgive(ctx: LimitCtx, name: LimitName, key: string | number): Promise<void> {
  for (const limiter of limitersOf(name)) {
    await limiter.reward(counterKey(ctx, key)).catch(() => null);
  }
}

export type Counted = [name: LimitName, key: string | number];

async function count<T>(
  ctx: LimitCtx,
  limits: Counted[],
  work: () => Promise<T>,
  counts: (failed: boolean) => boolean,
): Promise<T> {
  // Before the work, so that many at once can't all slip through.
  for (const [name, key] of limits) await limit(ctx, name, key);
  let failed = true;
  try {
    const done = await work();
    failed = false;
    return done;
  } finally {
    if (!counts(failed)) for (const [name, key] of limits) await forgive(ctx, name, key);
  }
}

/** Runs `work` under limits that count only its failures, such as wrong passwords. Throws as `limit`. */
export function limitFailures<T>(
  ctx: LimitCtx,
  limits: Counted[],
  work: () => Promise<T>,
): Promise<T> {
  return count(ctx, limits, work, (failed) => failed);
}

/** Runs `work` under limits that count only when it is done, such as mails. Throws as `limit`. */
export function limitDone<T>(ctx: LimitCtx, limits: Counted[], work: () => Promise<T>): Promise<T> {
  return count(ctx, limits, work, (failed) => !failed);
}
