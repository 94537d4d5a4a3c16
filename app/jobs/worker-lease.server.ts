import { sql } from "kysely";
import pg from "pg";
import type { Db } from "#db/client.server.ts";

/** How often dead workers are looked for, in milliseconds. */
const SWEEP_EVERY = 10_000;
/** A worker takes its lease just after it starts; jobs locked for fewer seconds are left alone. */
const GRACE_SECONDS = 5;

/** Two-part advisory lock key of a worker; the first part is ours alone. */
const LEASE = 748_201;

/**
 * Proof of life for job workers. The queue keeps the jobs of a killed worker locked for four hours
 * unless told that the worker is dead. Each worker therefore holds a PostgreSQL advisory lock on one
 * connection; the server drops it the moment the process dies. Whoever can take a worker's lock knows
 * that it is gone and frees its jobs.
 */
export type WorkerLease = {
  hold: (workerId: string) => Promise<void>;
  /** Frees the jobs of dead workers; gives their ids. */
  sweep: () => Promise<string[]>;
  stop: () => Promise<void>;
};

/** Opens the lease connection. `onLost` is called when it breaks: the workers must then be restarted. */
export async function openWorkerLease(
  url: string,
  db: Db,
  onLost: (error: Error) => void,
): Promise<WorkerLease> {
  const client = new pg.Client({ connectionString: url, application_name: "porchlight-lease" });
  client.on("error", onLost);
  await client.connect();

  // One connection runs one statement at a time.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (statement: string, workerId: string): Promise<boolean> => {
    const answer = last.then(async () => {
      const { rows } = await client.query<{ ok: boolean }>(statement, [LEASE, workerId]);
      return rows[0]?.ok === true;
    });
    last = answer.catch(() => {});
    return answer;
  };
  const tryLock = (workerId: string) =>
    ask("select pg_try_advisory_lock($1, hashtext($2)) as ok", workerId);
  const unlock = (workerId: string) =>
    ask("select pg_advisory_unlock($1, hashtext($2)) as ok", workerId);

  const held = new Set<string>();

  const sweep = async (): Promise<string[]> => {
    const locked = await sql<{ locked_by: string }>`
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - make_interval(secs => ${GRACE_SECONDS})
    `.execute(db);
    const dead: string[] = [];
    for (const { locked_by: workerId } of locked.rows) {
      if (held.has(workerId) || !(await tryLock(workerId))) continue;
      dead.push(workerId);
    }
    if (dead.length > 0) {
      await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(db);
      for (const workerId of dead) {
        await unlock(workerId);
      }
    }
    return dead;
  };

  const timer = setInterval(() => void sweep().catch(onLost), SWEEP_EVERY);
  timer.unref();

  return {
    hold: async (workerId) => {
      held.add(workerId);
      await tryLock(workerId);
    },
    sweep,
    stop: async () => {
      clearInterval(timer);
      client.removeListener("error", onLost);
      client.on("error", () => {});
      await client.end().catch(() => {});
    },
  };
}
