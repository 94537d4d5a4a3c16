import { publish } from "#app/events/publish.server.ts";
import type { Tx } from "#db/client.server.ts";
import type { Granted } from "./settle-badges.server.ts";

/** Makes new grants known, but those of badges that the brand turned off. */
export async function tellGranted(tx: Tx, communityId: number, granted: Granted[]): Promise<void> {
  if (granted.length === 0) return;
  const off = await tx
    .selectFrom("badge")
    .select("key")
    .where("community_id", "=", communityId)
    .where("active", "=", false)
    .execute();
  const silent = new Set(off.map(({ key }) => key));
  for (const { memberId, badgeKey, level } of granted) {
    if (silent.has(badgeKey.split(":")[0]!)) continue;
    await publish(tx, {
      communityId,
      actorId: null,
      type: "badge.granted",
      payload: { memberId, badgeKey, level },
    });
  }
}
