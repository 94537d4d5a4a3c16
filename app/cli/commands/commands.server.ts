import { benchCommand } from "./bench.server.ts";
import type { Command } from "./command.ts";
import { createCommunityCommand } from "./create-community.server.ts";
import { createKeyCommand } from "./create-key.server.ts";
import { createMemberCommand } from "./create-member.server.ts";
import { doctorCommand } from "./doctor.server.ts";
import { evalAutomodCommand } from "./eval-automod.server.ts";
import { evalSearchCommand } from "./eval-search.server.ts";
import { importCommand } from "./import.server.ts";
import { migrateCommand } from "./migrate.server.ts";
import { reindexCommand } from "./reindex.server.ts";
import { seedCommand } from "./seed.server.ts";
import { settingsCommand } from "./settings.server.ts";

/** Every command of `npm run porchlight -- …`, by name. */
export const commands: Record<string, Command> = {
  "create-community": createCommunityCommand,
  "create-member": createMemberCommand,
  "create-key": createKeyCommand,
  settings: settingsCommand,
  import: importCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  doctor: doctorCommand,
  reindex: reindexCommand,
  "eval-automod": evalAutomodCommand,
  "eval-search": evalSearchCommand,
  bench: benchCommand,
};
