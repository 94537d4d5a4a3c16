import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { NamedClient } from "./named-client.server.ts";
import type { Database } from "./schema.ts";

/** A connection or a transaction: commands run on whichever they are given. */
export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

// Ids are bigint in the database and stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const INT8_ARRAY = 1016 as typeof pg.types.builtins.INT8;
const readTexts = pg.types.getTypeParser(INT8_ARRAY) as (text: string) => string[];
pg.types.setTypeParser(INT8_ARRAY, (text) => readTexts(text).map(Number));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Connection = { db: Db; pool: pg.Pool; close: () => Promise<void> };

/**
 * Opens a pool on a PostgreSQL address. A caller waits `waitMs` for a free connection, two seconds
 * unless told, and then fails rather than queue. `onError` hears of connections lost while idle; without a
 * listener they would end the process.
 */
export function connect(
  url: string,
  options: { max?: number; waitMs?: number; onError?: (error: Error) => void } = {},
): Connection {
  const pool = new pg.Pool({
    Client: NamedClient,
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.waitMs ?? 2_000,
    idleTimeoutMillis: 30_000,
    // A page never waits longer than this for one statement.
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "porchlight",
  });
  pool.on("error", (error) => options.onError?.(error));
  pool.on("connect", (client) => client.on("error", (error) => options.onError?.(error)));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
