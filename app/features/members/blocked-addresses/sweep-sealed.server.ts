import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { SEALED_DAYS } from "./erase-address.server.ts";

/** Ends the time in which addresses can be given back; that they can't sign up stays. */
export async function sweepSealedAddresses(db: Db): Promise<void> {
  await db
    .deleteFrom("sealed_address")
    .where("created_at", "<", sql<Date>`now() - make_interval(days => ${SEALED_DAYS})`)
    .execute();
}
