import { installQueue } from "#app/jobs/install-queue.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seedDemo } from "#db/seed/seed-demo.server.ts";
import type { Command } from "./command.ts";

export const seedCommand: Command = {
  usage: "seed",
  summary: "adds the two demo brands; leaves those that are there alone",
  run: async ({ connection, print }) => {
    await migrate(connection.db);
    await installQueue(connection.pool);
    const added = await seedDemo(connection.db);
    print(
      added.length === 0 ? "The demo brands are there already." : `Added ${added.join(" and ")}.`,
    );
    return 0;
  },
};
