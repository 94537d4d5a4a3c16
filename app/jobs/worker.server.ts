import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import { forgetReporters } from "#app/features/moderation/reporting/forget-reporters.server.ts";
import { sendMail } from "#app/features/notifications/send-mail.server.ts";
import { sweepUploads } from "#app/features/uploads/sweep-uploads.server.ts";
import { getLog } from "#app/lib/log.server.ts";
import { connect } from "#db/client.server.ts";
import { askIfFixed } from "./ask-if-fixed.server.ts";
import { countTransparency } from "./count-transparency.server.ts";
import { deliverEscalations } from "./deliver-escalations.server.ts";
import { dispatchEvent, runSubscriber, type EventRef } from "./dispatch.server.ts";
import { eraseDueMembers } from "./erase-due-members.server.ts";
import {
  countImpact,
  endProgrammeTerms,
  recountExpertise,
  settleBadges,
  settleRanks,
  watchVotes,
} from "./nightly-reputation.server.ts";
import { fillQueues } from "./fill-queues.server.ts";
import { learnAutomod, lookAgainAtPosts } from "./keep-automod.server.ts";
import { keepClocks } from "./keep-clocks.server.ts";
import { catchUpSearch, pushSearch } from "./keep-search.server.ts";
import { sweepExpired } from "./sweep-expired.server.ts";
import { sweepSearchLog } from "./sweep-search-log.server.ts";
import { sweepVisits } from "./sweep-visits.server.ts";
import { mailMonths } from "./mail-months.server.ts";
import { openWorkerLease, type WorkerLease } from "./worker-lease.server.ts";

export type RunningWorker = { stop: () => Promise<void> };

const RESTART_AFTER = 1_000;
/** Milliseconds after which something that doesn't end is not waited for any more. */
const END_WITHIN = 20_000;

/** What runs by the clock, in UTC. */
const CRONTAB = [
  "17 3 * * * sweep_expired ?fill=1d",
  "43 * * * * sweep_visits ?fill=1h",
  "23 9 * * * ask_if_fixed",
  "41 3 * * * erase_members ?fill=1d",
  "29 * * * * catch_up_search ?fill=1h",
  "* * * * * push_search",
  "* * * * * keep_clocks",
  "*/5 * * * * look_again",
  "*/5 * * * * fill_queues",
  "7 4 * * * sweep_uploads ?fill=1d",
  "29 4 * * * watch_votes ?fill=1d",
  // Terms end with the day (UTC).
  "1 * * * * end_terms ?fill=1h",
  "53 4 * * * recount_expertise ?fill=1d",
  // After what erases accounts and what holds votes back.
  "59 4 * * * settle_ranks ?fill=1d",
  "13 5 * * * settle_badges ?fill=1d",
  "47 5 * * * learn_automod ?fill=1d",
  "31 5 * * * settle_impact ?fill=1d",
  // After the night has counted; the days after the first are for a worker that was away.
  "41 7 1-7 * * mail_months ?fill=12h",
  "11 2 * * * sweep_search_log ?fill=1d",
  "37 2 * * * forget_reporters ?fill=1d",
  "47 * * * * count_transparency ?fill=1h",
].join("\n");

/** The queue's own words, in our log; what it says of each job is only of use when looking for a fault. */
const queueLogger = new Logger(() => (level, message) => {
  const log = getLog().child({ part: "queue" });
  if (level === "error") log.error(message);
  else if (level === "warning") log.warn(message);
  else log.debug(message);
});

/** Waits for something to end, well or badly, but not for ever. */
async function within(ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, END_WITHIN)));
  await Promise.race([ending.catch(() => {}), late]);
  clearTimeout(timer);
}

/**
 * Starts the job worker on its own pool and keeps it running: when its lease connection breaks (the
 * database restarted), everything is started again.
 */
export async function startWorker(url: string, concurrency = 4): Promise<RunningWorker> {
  const log = getLog().child({ part: "worker" });
  let stopping = false;
  let current: { runner: Runner; lease: WorkerLease; close: () => Promise<void> } | null = null;
  let restart: Promise<void> = Promise.resolve();

  const stopCurrent = async (): Promise<void> => {
    const ending = current;
    current = null;
    if (!ending) return;
    // What hangs is left behind: its lease ends, so its jobs are freed for the next.
    await within(Promise.resolve(ending.runner.stop()));
    await ending.lease.stop();
    await within(ending.close());
  };

  const onLost = (error: Error): void => {
    if (stopping || !current) return;
    log.warn({ reason: error.message }, "worker connection lost, starting again");
    restart = stopCurrent().then(startWithRetries);
  };

  const startOnce = async (): Promise<void> => {
    const { db, pool, close } = connect(url, {
      max: concurrency + 2,
      onError: (error) => log.warn({ reason: error.message }, "worker pool"),
    });
    const lease = await openWorkerLease(url, db, onLost).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    const tasks: TaskList = {
      dispatch_event: (payload) => dispatchEvent(db, payload as EventRef),
      run_subscriber: (payload) => runSubscriber(db, payload as EventRef & { subscriber: string }),
      send_mail: (payload) => sendMail(db, payload as { communityId: number; mailId: number }),
      deliver_escalation: (payload) =>
        deliverEscalations(db, payload as { communityId: number; deliveryId: number }),
      sweep_expired: () => sweepExpired(db),
      sweep_visits: () => sweepVisits(db),
      erase_members: () => eraseDueMembers(db),
      sweep_uploads: async () => {
        await sweepUploads(db);
      },
      sweep_search_log: () => sweepSearchLog(db),
      ask_if_fixed: () => askIfFixed(db),
      settle_badges: () => settleBadges(db),
      settle_impact: () => countImpact(db),
      mail_months: () => mailMonths(db),
      settle_ranks: () => settleRanks(db),
      watch_votes: () => watchVotes(db),
      end_terms: () => endProgrammeTerms(db),
      recount_expertise: () => recountExpertise(db),
      catch_up_search: () => catchUpSearch(db),
      push_search: () => pushSearch(db),
      keep_clocks: () => keepClocks(db),
      look_again: () => lookAgainAtPosts(db),
      learn_automod: () => learnAutomod(db),
      forget_reporters: async () => {
        await forgetReporters(db);
      },
      count_transparency: () => countTransparency(db),
      fill_queues: () => fillQueues(db),
    };
    // Workers are made while run() runs, so listening only afterwards would miss them.
    const events: WorkerEvents = new EventEmitter();
    events.on("worker:create", ({ worker }) => void lease.hold(worker.workerId).catch(onLost));
    events.on("job:error", ({ job, error }) =>
      log.error(
        { task: job.task_identifier, job: job.id, attempt: job.attempts, err: error },
        "job failed",
      ),
    );
    const runner = await run({
      events,
      pgPool: pool,
      taskList: tasks,
      concurrency,
      noHandleSignals: true,
      logger: queueLogger,
      pollInterval: 1_000,
      crontab: CRONTAB,
    });
    current = { runner, lease, close };
    // A queue that gave up by itself only ends its promise.
    runner.promise.then(() => onLost(new Error("the queue ended")), onLost);
  };

  const startWithRetries = async (): Promise<void> => {
    while (!stopping) {
      try {
        await startOnce();
        return;
      } catch (error) {
        log.warn({ reason: (error as Error).message }, "worker can't start yet");
        await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER));
      }
    }
  };

  await startWithRetries();
  return {
    stop: async () => {
      stopping = true;
      await restart;
      await stopCurrent();
    },
  };
}
