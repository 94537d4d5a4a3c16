import { sql } from "kysely";
import { sweepSealedAddresses } from "#app/features/members/blocked-addresses/sweep-sealed.server.ts";
import { sweepOriginals } from "#app/features/moderation/masking/sweep-originals.server.ts";
import type { Db } from "#db/client.server.ts";

/** Removes what has run out: sessions, link tokens, guests' questions, exports, answers kept for repeated submits, originals of masked texts, addresses that were taken away. */
export async function sweepExpired(db: Db): Promise<void> {
  await db
    .deleteFrom("member_session")
    .where("expires_at", "<", sql<Date>`now()`)
    .execute();
  await db
    .deleteFrom("member_token")
    .where("expires_at", "<", sql<Date>`now() - interval '7 days'`)
    .execute();
  await db
    .deleteFrom("member_export")
    .where("expires_at", "<", sql<Date>`now()`)
    .execute();
  await db
    .deleteFrom("kept_question")
    .where("expires_at", "<", sql<Date>`now()`)
    .execute();
  await db
    .deleteFrom("idempotency")
    .where("created_at", "<", sql<Date>`now() - interval '2 days'`)
    .execute();
  await sweepOriginals(db);
  await sweepSealedAddresses(db);
}
