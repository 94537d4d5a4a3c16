import type { Migration } from "kysely/migration";
import * as groundFloor from "./20261123T090000-ground-floor.ts";
import * as rateLimit from "./20261123T100000-rate-limit.ts";
import * as logo from "./20261123T110000-logo.ts";
import * as handleReservation from "./20261123T120000-handle-reservation.ts";

/** Every migration by name, in order; listed here so that nothing is read from disk at run time. */
export const migrations: Record<string, Migration> = {
  "20261123T090000-ground-floor": groundFloor,
  "20261123T100000-rate-limit": rateLimit,
  "20261123T110000-logo": logo,
  "20261123T120000-handle-reservation": handleReservation,
};
