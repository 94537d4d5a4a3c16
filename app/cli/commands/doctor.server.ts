import { parseArgs } from "node:util";
import { examineSearch } from "#app/features/portability/examine-search.server.ts";
import { examineStorage } from "#app/features/portability/doctor-uploads.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { getStorage } from "#app/features/uploads/storage/open-storage.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";

const SHOWN = 50;

export const doctorCommand: Command = {
  usage: "doctor [--community SLUG]",
  summary:
    "recomputes every counter and invariant from the rows; exit status 1 when something differs",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({ args, options: { community: { type: "string" } } });
    const community = values.community ? await findCommunity(db, values.community) : null;
    const differences = [
      ...(await examine(db, community?.id)),
      ...(await examineSearch(db, community?.id)),
      ...(await examineStorage(db, getStorage(), community?.id)),
    ];
    for (const { check, communityId, id, stored, actual } of differences.slice(0, SHOWN)) {
      print(`${check}  community ${communityId}  row ${id}  stored ${stored}  actual ${actual}`);
    }
    if (differences.length > SHOWN) print(`… and ${differences.length - SHOWN} more`);
    print(
      differences.length === 0
        ? "No difference found."
        : `${differences.length} differences found.`,
    );
    return differences.length === 0 ? 0 : 1;
  },
};
