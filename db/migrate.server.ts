import { Migrator } from "kysely/migration";
import type { Db } from "./client.server.ts";
import { migrations } from "./migrations/index.ts";

/**
 * Brings the schema up to date; gives the names of the migrations that ran. Throws the first
 * migration's error with nothing of the run left behind.
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error("the migration failed", { cause: error });
  return results.map((result) => result.migrationName);
}
