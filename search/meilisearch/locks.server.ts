import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Classes of advisory locks; the second half of the key is the community. */
const CLASSES = { push: 7_365, rebuild: 7_367 } as const;

const RETRY = 100;

/**
 * Runs work that one process at a time does for a community, on a connection that holds its lock: it
 * is free again when the process dies. `null` when another one is at it for longer than `patience` ms.
 */
export async function alone<T>(
  db: Db,
  { communityId, kind, patience = 0 }: Alone,
  work: (one: Db) => Promise<T>,
): Promise<T | null> {
  const key = sql`${CLASSES[kind]}, ${communityId}`;
  return db.connection().execute(async (one) => {
    const until = Date.now() + patience;
    for (;;) {
      const { rows } = await sql<{ mine: boolean }>`
        select pg_try_advisory_lock(${key}) as mine`.execute(one);
      if (rows[0]!.mine) break;
      if (Date.now() >= until) return null;
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
    try {
      return await work(one);
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(one);
    }
  });
}

type Alone = { communityId: number; kind: keyof typeof CLASSES; patience?: number };
