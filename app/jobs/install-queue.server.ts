import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";

/** Creates or updates the queue's own tables (schema `graphile_worker`). */
export async function installQueue(pgPool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
}
