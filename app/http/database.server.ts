import { getEnv } from "#app/lib/env.server.ts";
import { getLog } from "#app/lib/log.server.ts";
import { once } from "#app/lib/once.server.ts";
import { connect, type Connection } from "#db/client.server.ts";

/** The process's one pool. */
export function getConnection(): Connection {
  return once("connection", () => {
    const env = getEnv();
    return connect(env.DATABASE_URL, {
      max: env.DATABASE_POOL,
      onError: (error) => getLog().warn({ reason: error.message }, "database connection lost"),
    });
  });
}
