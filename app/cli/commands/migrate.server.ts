import { installQueue } from "#app/jobs/install-queue.server.ts";
import { migrate } from "#db/migrate.server.ts";
import type { Command } from "./command.ts";

export const migrateCommand: Command = {
  usage: "migrate",
  summary: "brings the database up to date",
  run: async ({ connection, print }) => {
    const ran = await migrate(connection.db);
    await installQueue(connection.pool);
    print(ran.length === 0 ? "The database is up to date." : `Ran ${ran.join(", ")}.`);
    return 0;
  },
};
