import type { Db, Tx } from "./client.server.ts";

const RETRIED = new Set(["40001", "40P01"]);
const TRIES = 4;

/**
 * Runs `work` in one transaction, again when PostgreSQL ended it for a deadlock or a serialization
 * failure (40001, 40P01). `work` may therefore run several times and must only touch `tx`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (!RETRIED.has(code) || attempt === TRIES) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, 5 * attempt * attempt + Math.random() * 20),
      );
    }
  }
}
