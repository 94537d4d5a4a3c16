import pg from "pg";

let pool: pg.Pool | null = null;

// Ids are counted in JavaScript numbers, as the application does.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

function openPool(): pg.Pool {
  pool ??= new pg.Pool({
    connectionString: process.env.E2E_DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
  });
  return pool;
}

/** One statement against the application's database. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await openPool().query<Row>(text, values)).rows;
}

/** Statements in one transaction that sees the rows as they were at its start. */
export async function inSnapshot(
  work: (run: (text: string, values?: unknown[]) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = await openPool().connect();
  try {
    await client.query("begin isolation level repeatable read");
    await work((text, values) => client.query(text, values));
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The one row a statement gives. Throws when there is none. */
export async function queryOne<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row> {
  const [row] = await query<Row>(text, values);
  if (!row) throw new Error(`no row for: ${text}`);
  return row;
}

/** A digest of every row of some communities, for "nothing changed" outside the tables `but`. */
export async function digestOf(
  communityIds: number[],
  but: string[] = [],
): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where column_name = 'community_id' and table_schema = 'public'
       and not table_name = any($1) order by 1`,
    [but],
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { digest } = await queryOne<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
       from "${name}" t where community_id = any($1)`,
      [communityIds],
    );
    digests[name] = digest;
  }
  return digests;
}
