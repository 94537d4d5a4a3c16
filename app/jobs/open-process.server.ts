import { announceEnd } from "#app/http/health.server.ts";
import { getConnection } from "#app/http/database.server.ts";
import { getEnv } from "#app/lib/env.server.ts";
import { prepareDatabase } from "./prepare-database.server.ts";
import { startWorker, type RunningWorker } from "./worker.server.ts";

export type OpenProcess = {
  port: number;
  host: string;
  /** Lines that tell a person where to go. */
  banner: string[];
  /** From now on `/health/ready` says no. */
  announceEnd: () => void;
  close: () => Promise<void>;
};

/**
 * What a web or worker process needs before it serves: settings checked, schema up to date, the demo
 * seeded on its first start, the job worker running.
 */
export async function openProcess(kind: "web" | "worker"): Promise<OpenProcess> {
  const env = getEnv();
  const connection = getConnection();
  const banner = await prepareDatabase(connection, env);
  let worker: RunningWorker | null = null;
  if (kind === "worker" || env.WORKER_IN_WEB === "true")
    worker = await startWorker(env.DATABASE_URL);
  return {
    port: env.PORT,
    host: env.HOST,
    banner,
    announceEnd,
    close: async () => {
      await worker?.stop();
      await connection.close();
    },
  };
}
